import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '#organisation/actor';
import { AnyPerson, May, Me } from '#organisation/http/decorators';
import { PeopleDirectory } from '#organisation/people-directory';
import { PeopleService } from '#organisation/people.service';
import { AddPerson, AssignableIn, ChangePerson, ListPeople } from '#organisation/person.dto';
import {
  AddedPerson,
  AssignablePerson,
  AssignablePosition,
  OneTimePassword,
  PersonPage,
  PersonView,
} from '#organisation/person.view';

@ApiTags('organisation')
@Controller('people')
export class PeopleController {
  constructor(
    private readonly people: PeopleService,
    private readonly directory: PeopleDirectory,
  ) {}

  @Get()
  @May('organisation.read')
  listPeople(@Me() me: Actor, @Query() ask: ListPeople): Promise<PersonPage> {
    return this.people.list(me, ask);
  }

  /** Who may be made responsible for tasks of a unit. */
  @Get('assignable')
  @AnyPerson()
  listAssignable(@Me() me: Actor, @Query() { unitId }: AssignableIn): Promise<AssignablePerson[]> {
    return this.directory.assignable(me, unitId);
  }

  /** Positions 职务 of a unit that tasks may be given to beside its people: vacant ones, and those of somebody who holds several. */
  @Get('positions')
  @AnyPerson()
  listPositions(@Me() me: Actor, @Query() { unitId }: AssignableIn): Promise<AssignablePosition[]> {
    return this.directory.positions(me, unitId);
  }

  /** Who may be hooked to work of a unit as its leader 挂点领导. */
  @Get('leaders')
  @May('task.assign')
  listLeaders(@Me() me: Actor, @Query() { unitId }: AssignableIn): Promise<AssignablePerson[]> {
    return this.directory.leaders(me, unitId);
  }

  @Post()
  @May('organisation.manage')
  addPerson(@Me() me: Actor, @Body() ask: AddPerson): Promise<AddedPerson> {
    return this.people.add(me, ask);
  }

  @Patch(':id')
  @May('organisation.manage')
  changePerson(
    @Me() me: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() ask: ChangePerson,
  ): Promise<PersonView> {
    return this.people.change(me, id, ask);
  }

  @Post(':id/password-reset')
  @HttpCode(200)
  @May('organisation.manage')
  resetPassword(@Me() me: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<OneTimePassword> {
    return this.people.resetPassword(me, id);
  }
}
