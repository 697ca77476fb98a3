import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Patch, Post, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '#organisation/actor';
import { AnyPerson, May, Me } from '#organisation/http/decorators';
import { ChecksService } from '#rectification/inspections/checks.service';
import { FindingsService } from '#rectification/inspections/findings.service';
import {
  DecideFindings,
  MoveCheckWithReason,
  MoveInspection,
  NameInspectors,
  ReadMaterial,
  RecordFinding,
  ReportCheck,
  RespondToCheck,
} from '#rectification/inspections/inspection.dto';
import { CheckDetail, MaterialProblemPage, MaterialTaskPage } from '#rectification/inspections/inspection.view';
import { MaterialService } from '#rectification/inspections/material.service';

/** One unit checked by another. Who may give a command is decided by the life of the check; routes open to any person check it there. */
@ApiTags('inspections')
@Controller('inspection-checks')
export class ChecksController {
  constructor(
    private readonly checks: ChecksService,
    private readonly findings: FindingsService,
    private readonly material: MaterialService,
  ) {}

  @Get(':id')
  @AnyPerson()
  getCheck(@Me() me: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<CheckDetail> {
    return this.checks.get(me, id);
  }

  /** Problems of the inspected unit, for its inspectors while they check. The reading goes on record. */
  @Get(':id/problems')
  @AnyPerson()
  listMaterialProblems(
    @Me() me: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Query() ask: ReadMaterial,
  ): Promise<MaterialProblemPage> {
    return this.material.problems(me, id, ask);
  }

  /** Tasks of the inspected unit, for its inspectors while they check. The reading goes on record. */
  @Get(':id/tasks')
  @AnyPerson()
  listMaterialTasks(
    @Me() me: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Query() ask: ReadMaterial,
  ): Promise<MaterialTaskPage> {
    return this.material.tasks(me, id, ask);
  }

  @Put(':id/inspectors')
  @AnyPerson()
  nameInspectors(
    @Me() me: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() ask: NameInspectors,
  ): Promise<CheckDetail> {
    return this.checks.name(me, id, ask);
  }

  @Post(':id/findings')
  @HttpCode(200)
  @AnyPerson()
  recordFinding(
    @Me() me: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() ask: RecordFinding,
  ): Promise<CheckDetail> {
    return this.checks.find(me, id, ask);
  }

  @Patch(':id/findings/:findingId')
  @AnyPerson()
  changeFinding(
    @Me() me: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('findingId', ParseUUIDPipe) findingId: string,
    @Body() ask: RecordFinding,
  ): Promise<CheckDetail> {
    return this.checks.changeFinding(me, id, findingId, ask);
  }

  @Post(':id/findings/:findingId/remove')
  @HttpCode(200)
  @AnyPerson()
  removeFinding(
    @Me() me: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('findingId', ParseUUIDPipe) findingId: string,
    @Body() ask: MoveInspection,
  ): Promise<CheckDetail> {
    return this.checks.removeFinding(me, id, findingId, ask);
  }

  @Post(':id/report')
  @HttpCode(200)
  @AnyPerson()
  reportCheck(@Me() me: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() ask: ReportCheck): Promise<CheckDetail> {
    return this.checks.report(me, id, ask);
  }

  @Post(':id/respond')
  @HttpCode(200)
  @AnyPerson()
  respondToCheck(
    @Me() me: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() ask: RespondToCheck,
  ): Promise<CheckDetail> {
    return this.checks.respond(me, id, ask);
  }

  @Post(':id/send-back')
  @HttpCode(200)
  @May('task.assign')
  sendBackCheck(
    @Me() me: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() ask: MoveCheckWithReason,
  ): Promise<CheckDetail> {
    return this.checks.sendBack(me, id, ask);
  }

  /** Findings become problems or are rejected: all of those named, or none. */
  @Post(':id/decide')
  @HttpCode(200)
  @May('task.assign')
  decideFindings(
    @Me() me: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() ask: DecideFindings,
  ): Promise<CheckDetail> {
    return this.findings.decide(me, id, ask);
  }

  @Post(':id/call-off')
  @HttpCode(200)
  @May('task.assign')
  callOffCheck(
    @Me() me: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() ask: MoveCheckWithReason,
  ): Promise<CheckDetail> {
    return this.checks.callOff(me, id, ask);
  }
}
