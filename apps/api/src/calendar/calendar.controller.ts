import { Body, Controller, Get, HttpCode, Param, ParseIntPipe, Patch, Post, Req } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import type { Actor } from '#organisation/actor';
import { ChangeCalendarDay, ChangeCalendarYear, ImportCalendar } from '#organisation/calendar/calendar.dto';
import { CalendarService } from '#organisation/calendar/calendar.service';
import { CalendarImport, CalendarYearState, CalendarYearView } from '#organisation/calendar/calendar.view';
import { AnyPerson, May, Me } from '#organisation/http/decorators';
import { checked } from '../checked';
import { readUpload } from '../upload';

@ApiTags('calendar')
@Controller('calendar')
export class CalendarController {
  constructor(private readonly calendar: CalendarService) {}

  /** All years of the calendar, with whether their holidays are known. */
  @Get('years')
  @AnyPerson()
  listCalendarYears(): Promise<CalendarYearState[]> {
    return this.calendar.years();
  }

  @Get('years/:year')
  @AnyPerson()
  getCalendarYear(@Me() me: Actor, @Param('year', ParseIntPipe) year: number): Promise<CalendarYearView> {
    return this.calendar.year(me, year);
  }

  @Patch('years/:year')
  @May('calendar.manage')
  changeCalendarYear(
    @Me() me: Actor,
    @Param('year', ParseIntPipe) year: number,
    @Body() ask: ChangeCalendarYear,
  ): Promise<CalendarYearView> {
    return this.calendar.changeYear(me, year, ask);
  }

  @Patch('days/:day')
  @May('calendar.manage')
  changeCalendarDay(
    @Me() me: Actor,
    @Param('day') day: string,
    @Body() ask: ChangeCalendarDay,
  ): Promise<CalendarYearView> {
    return this.calendar.changeDay(me, day, ask);
  }

  /** The holidays of a year from an .xlsx, .csv or .json file: what would change, or the change itself. */
  @Post('imports')
  @HttpCode(200)
  @May('calendar.manage')
  @ApiConsumes('multipart/form-data')
  @ApiBody({
    schema: {
      type: 'object',
      required: ['file', 'mode', 'year'],
      properties: {
        file: { type: 'string', format: 'binary' },
        mode: { type: 'string', enum: ['preview', 'apply'] },
        year: { type: 'integer' },
        source: { type: 'string' },
      },
    },
  })
  async importCalendar(@Me() me: Actor, @Req() request: FastifyRequest): Promise<CalendarImport> {
    const { bytes, fields } = await readUpload(request);
    const ask = checked(ImportCalendar, fields);
    return this.calendar[ask.mode](me, bytes, ask);
  }
}
