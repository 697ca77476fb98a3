import { Body, Controller, Delete, Get, HttpCode, Param, ParseUUIDPipe, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '#organisation/actor';
import { AnyPerson, May, Me } from '#organisation/http/decorators';
import { AddUnit, ChangeUnit, SupportingOf } from '#organisation/unit.dto';
import { UnitDirectory } from '#organisation/unit-directory';
import { UnitName, UnitView } from '#organisation/unit.view';
import { UnitsService } from '#organisation/units.service';

@ApiTags('organisation')
@Controller('units')
export class UnitsController {
  constructor(
    private readonly units: UnitsService,
    private readonly directory: UnitDirectory,
  ) {}

  /** In the order of the tree. */
  @Get()
  @May('organisation.read')
  listUnits(@Me() me: Actor): Promise<UnitView[]> {
    return this.units.list(me);
  }

  /** Which units may be asked to support 配合 work of a unit. */
  @Get('supporting')
  @AnyPerson()
  listSupportable(@Me() me: Actor, @Query() { unitId }: SupportingOf): Promise<UnitName[]> {
    return this.directory.supportable(me, unitId);
  }

  @Post()
  @May('organisation.manage')
  addUnit(@Me() me: Actor, @Body() ask: AddUnit): Promise<UnitView> {
    return this.units.add(me, ask);
  }

  @Patch(':id')
  @May('organisation.manage')
  changeUnit(@Me() me: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() ask: ChangeUnit): Promise<UnitView> {
    return this.units.change(me, id, ask);
  }

  @Delete(':id')
  @HttpCode(204)
  @May('organisation.manage')
  removeUnit(@Me() me: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<void> {
    return this.units.remove(me, id);
  }
}
