import { Body, Controller, Delete, Get, HttpCode, Param, ParseUUIDPipe, Patch, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '#organisation/actor';
import { May, Me } from '#organisation/http/decorators';
import { AddUnit, ChangeUnit } from '#organisation/unit.dto';
import { UnitView } from '#organisation/unit.view';
import { UnitsService } from '#organisation/units.service';

@ApiTags('organisation')
@Controller('units')
export class UnitsController {
  constructor(private readonly units: UnitsService) {}

  /** In the order of the tree. */
  @Get()
  @May('organisation.read')
  listUnits(@Me() me: Actor): Promise<UnitView[]> {
    return this.units.list(me);
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
