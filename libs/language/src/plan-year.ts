import type { Day } from './day';

/** What bare words of time refer to. */
export interface PlanYear {
  /** The year a month without a year belongs to. */
  year: number;
  /** False when the year itself was guessed; then no bare month is certain. */
  certain?: boolean;
  /** The year that 今年 means; `year` when left out. A report to a congress calls the plan's year 今年 also where it tells of the year before. */
  thisYear?: number;
  /** The year that 明年 means; the one after `year` when left out. A summary written in December calls the plan's own year 明年. */
  nextYear?: number;
  /** The first day of the plan (the day after the period reported on): a bare month before it means the next year. */
  from?: Day;
  /** The day the report itself gives as its own: what 本月底 and 10个工作日内 count from. */
  reportedOn?: Day;
  /** The day the report arrived; stands in for 本月底 where the report gives no day. */
  receivedOn?: Day;
}
