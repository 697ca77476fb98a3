import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Actor } from '#organisation/actor';
import { WorkingTime } from '#organisation/calendar/working-time';
import { Conditions } from '#platform/conditions';
import { LIGHTS, lightSql, type Light } from './light';
import type { Overview, UnitLights } from './overview.view';
import { taskSummaries, withLights } from './task-list';
import { tasksOfUnits } from './task-sight';

/** Rows of each short list on the first page. */
const SHOWN = 8;

/** How many tasks of each light and of the statuses that the first page names; drafts and what is dropped have no light. */
const FIGURES: Record<string, string> = {
  ...Object.fromEntries(LIGHTS.map((colour) => [colour, `y.light = '${colour}'`])),
  open: `y.status NOT IN ('drafted', 'closed', 'dropped')`,
  drafted: `y.status = 'drafted'`,
  submitted: `y.status = 'submitted'`,
  closed: `y.status = 'closed'`,
};

type UnitFigures = UnitLights & Pick<Overview, 'open' | 'drafted' | 'submitted' | 'closed'>;

/** The first page: what is late, what is due soon and whose it is. */
@Injectable()
export class OverviewService {
  constructor(
    private readonly db: DataSource,
    private readonly time: WorkingTime,
  ) {}

  async overview(actor: Actor): Promise<Overview> {
    const at = await this.time.asOf();
    const visible = () => tasksOfUnits(new Conditions(), actor);
    const lit = (colour: Light) => taskSummaries(this.db.manager, at, withLights(visible(), [colour], at), SHOWN);

    const all = visible();
    // Grouped first, so that the light of each task is told once and not once for every colour.
    const units = await this.db.query<UnitFigures[]>(
      `SELECT u.id AS "unitId", u.name AS "unitName", ${Object.entries(FIGURES)
        .map(([name, condition]) => `coalesce(sum(y.n) FILTER (WHERE ${condition}), 0)::int AS ${name}`)
        .join(', ')}
       FROM (SELECT t.lead_unit_id, t.status, ${lightSql('t', at)} AS light, count(*) AS n
         FROM task t ${all.where} GROUP BY 1, 2, 3) y
       JOIN unit u ON u.id = y.lead_unit_id GROUP BY u.id
       ORDER BY red DESC, yellow DESC, blue DESC, u.sort_order, u.name`,
      all.values,
    );
    const mine = new Conditions()
      .add('t.assignee_id = ANY(?::uuid[])', actor.selves)
      .add(`t.status IN ('assigned', 'accepted', 'in-progress')`);
    const sum = (figure: Exclude<keyof UnitFigures, 'unitId' | 'unitName'>) =>
      units.reduce((total, unit) => total + unit[figure], 0);
    return {
      ...{ open: sum('open'), drafted: sum('drafted'), submitted: sum('submitted'), closed: sum('closed') },
      ...{ overdue: sum('red'), dueSoon: sum('blue') },
      reportsToReview: await this.reportsToReview(actor),
      units: units.filter(({ open, closed }) => open + closed > 0).map(lightsOf),
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

const lightsOf = ({ unitId, unitName, green, blue, yellow, red, purple }: UnitFigures): UnitLights => ({
  ...{ unitId, unitName, green, blue, yellow, red, purple },
});
