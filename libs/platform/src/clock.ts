import { Injectable } from '@nestjs/common';

/** A calendar day, `YYYY-MM-DD`. */
export type Day = string;

const formats = new Map<string, Intl.DateTimeFormat>();

/** The day on which `instant` falls in `zone`. */
export function dayIn(zone: string, instant: Date): Day {
  let format = formats.get(zone);
  // sv-SE writes ISO 8601 dates. Making a format takes longer than using it a hundred times.
  if (!format) formats.set(zone, (format = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short' })));
  return format.format(instant);
}

/** The only source of time. Tests put another one in its place. */
@Injectable()
export class Clock {
  constructor(readonly zone: string = 'Asia/Shanghai') {}

  now(): Date {
    return new Date();
  }

  /** Today in the organisation's zone: "6月30日前" ends at midnight there, wherever the server runs. */
  today(): Day {
    return dayIn(this.zone, this.now());
  }
}
