import { Injectable } from '@nestjs/common';

/** A calendar day, `YYYY-MM-DD`. */
export type Day = string;

/** The day on which `instant` falls in `zone`. */
export function dayIn(zone: string, instant: Date): Day {
  // sv-SE writes ISO 8601 dates.
  return new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short' }).format(instant);
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
