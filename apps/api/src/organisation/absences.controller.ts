import { Body, Controller, Delete, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { AddAbsence, ListAbsences } from '#organisation/absence/absence.dto';
import { AbsenceView, DeputyCandidate } from '#organisation/absence/absence.view';
import { AbsencesService } from '#organisation/absence/absences.service';
import type { Actor } from '#organisation/actor';
import { AnyPerson, Me } from '#organisation/http/decorators';

/** One's own absences are open to any person; those of others are checked in the service. */
@ApiTags('organisation')
@Controller()
export class AbsencesController {
  constructor(private readonly absences: AbsencesService) {}

  /** The present and coming absences of oneself and of the people one administers. */
  @Get('absences')
  @AnyPerson()
  listAbsences(@Me() me: Actor, @Query() ask: ListAbsences): Promise<AbsenceView[]> {
    return this.absences.list(me, ask);
  }

  /** Who may act for the person. */
  @Get('people/:id/deputies')
  @AnyPerson()
  listDeputies(@Me() me: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<DeputyCandidate[]> {
    return this.absences.deputies(me, id);
  }

  @Post('people/:id/absences')
  @AnyPerson()
  addAbsence(@Me() me: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() ask: AddAbsence): Promise<AbsenceView> {
    return this.absences.add(me, id, ask);
  }

  /** Takes it back, or ends it when it has begun. */
  @Delete('people/:id/absences/:absenceId')
  @HttpCode(204)
  @AnyPerson()
  endAbsence(
    @Me() me: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('absenceId', ParseUUIDPipe) absenceId: string,
  ): Promise<void> {
    return this.absences.end(me, id, absenceId);
  }
}
