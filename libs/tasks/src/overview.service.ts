import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Actor } from '#organisation/actor';
import { WorkingTime } from '#organisation/calendar/working-time';
import { Conditions } from '#platform/conditions';
import { LIGHTS, lightSql, type Light } from './light';
import type { Overview, UnitLights } from './overview.view';
import { taskSummaries, visibleTasks, withLights } from './task-list';

/** Rows of each short list on the first page. */
const SHOWN = 8;

const COUNTS = `
  count(*) FILTER (WHERE t.status NOT IN ('drafted', 'closed', 'dropped'))::int AS open,
  count(*) FILTER (WHERE t.status = 'drafted')::int AS drafted,
  count(*) FILTER (WHERE t.status = 'submitted')::int AS submitted,
  count(*) FILTER (WHERE t.status = 'closed')::int AS closed`;

/** The first page: what is late, what is due soon and whose it is. */
@Injectable()
export class OverviewService {
  constructor(
    private readonly db: DataSource,
    private readonly time: WorkingTime,
  ) {}

  async overview(actor: Actor): Promise<Overview> {
    const at = await this.time.asOf();
    const visible = () => visibleTasks(new Conditions(), actor);
    const lit = (colour: Light) => taskSummaries(this.db.manager, at, withLights(visible(), [colour], at), SHOWN);

    const all = visible();
    const [counts] = await this.db.query<Pick<Overview, 'open' | 'drafted' | 'submitted' | 'closed'>[]>(
      `SELECT ${COUNTS} FROM task t ${all.where}`,
      all.values,
    );
    // Grouped by light first, so that the light of each task is told once and not once for every colour.
    const units = await this.db.query<UnitLights[]>(
      `SELECT u.id AS "unitId", u.name AS "unitName", ${LIGHTS.map((colour) => `x.${colour}`).join(', ')}
       FROM (SELECT y.lead_unit_id, ${LIGHTS.map(
         (colour) => `coalesce(sum(y.n) FILTER (WHERE y.light = '${colour}'), 0)::int AS ${colour}`,
       ).join(', ')}
         FROM (SELECT t.lead_unit_id, ${lightSql('t', at)} AS light, count(*) AS n
           FROM task t ${all.where} AND t.status <> 'drafted' GROUP BY 1, 2) y
         GROUP BY y.lead_unit_id) x
       JOIN unit u ON u.id = x.lead_unit_id
       ORDER BY x.red DESC, x.yellow DESC, x.blue DESC, u.sort_order, u.name`,
      all.values,
    );
    const mine = new Conditions()
      .add('t.assignee_id = ?', actor.personId)
      .add(`t.status IN ('assigned', 'accepted', 'in-progress')`);
    const sum = (colour: Light) => units.reduce((total, unit) => total + unit[colour], 0);
    return {
      ...counts,
      overdue: sum('red'),
      dueSoon: sum('blue'),
      reportsToReview: await this.reportsToReview(actor),
      units,
      overdueTasks: await lit('red'),
      dueSoonTasks: await lit('blue'),
      myTasks: await taskSummaries(this.db.manager, at, mine, SHOWN),
    };
  }

  private async reportsToReview(actor: Actor): Promise<number> {
    const [{ n }] = await this.db.query<{ n: number }[]>(
      `SELECT count(DISTINCT r.id)::int AS n FROM report r JOIN report_item i ON i.report_id = r.id
       WHERE i.status = 'proposed' AND r.unit_id = ANY($1::uuid[])
         AND NOT EXISTS (SELECT 1 FROM report later WHERE later.replaces_id = r.id)`,
      [actor.unitsFor('report.review')],
    );
    return n;
  }
}
