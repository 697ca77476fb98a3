import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { draftingDay, reportedPeriodOf } from '#calendar/period';
import { WorkingTime } from '#organisation/calendar/working-time';
import { SummariesService } from './summaries.service';

const SYSTEM = { personId: null, name: '系统' };

/**
 * The top unit and every unit with a supervisor 督办员 of its own, where there are tasks of the period that are theirs or of
 * units below and no report of it yet.
 */
const UNITS = `SELECT u.id FROM unit u
  WHERE (u.parent_id IS NULL OR EXISTS (SELECT 1 FROM role_grant g WHERE g.unit_id = u.id AND g.role = 'supervisor'))
    AND NOT EXISTS (SELECT 1 FROM summary s WHERE s.unit_id = u.id AND s.period_kind = 'quarter' AND s.period_start = $1)
    AND EXISTS (
      WITH RECURSIVE tree AS (
        SELECT u.id UNION ALL SELECT v.id FROM unit v JOIN tree ON v.parent_id = tree.id)
      SELECT 1 FROM task t JOIN tree ON tree.id = t.lead_unit_id
      WHERE t.assigned_on <= $2 AND t.status NOT IN ('drafted', 'dropped') AND (t.closed_on IS NULL OR t.closed_on >= $1))
  ORDER BY u.id`;

/** Drafts the quarter's reports ten days before it ends. */
@Injectable()
export class DraftingService {
  constructor(
    private readonly db: DataSource,
    private readonly time: WorkingTime,
    private readonly summaries: SummariesService,
  ) {}

  /** Makes each draft once however often it is called, and gives how many it made. */
  async draftDue(): Promise<number> {
    const { today, calendar } = await this.time.asOf();
    const { start, end } = reportedPeriodOf(today, 'quarter');
    if (today < draftingDay(end, calendar)) return 0;
    const units = await this.db.query<{ id: string }[]>(UNITS, [start, end]);
    let made = 0;
    for (const { id: unitId } of units) {
      if ((await this.summaries.draft(SYSTEM, { unitId, period: 'quarter', day: today })) !== null) made++;
    }
    return made;
  }
}
