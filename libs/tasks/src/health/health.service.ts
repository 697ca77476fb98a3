import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Actor } from '#organisation/actor';
import { WorkingTime } from '#organisation/calendar/working-time';
import { UnitDirectory } from '#organisation/unit-directory';
import { Conditions } from '#platform/conditions';
import { DomainError } from '#platform/domain-error';
import { LIGHTS, lightSql, litSql } from '../light';
import { tasksOfUnits } from '../task-sight';
import type { AskHealth, AskTrend } from './health.dto';
import type { HealthSheet, QuarterFigures, Trend } from './health.view';
import { lastQuarters, punctuality, PUNCTUALITY_FORMULA, TREND_QUARTERS } from './quarters';
import { HEALTH_RULES, healthOf, NO_LIGHTS, totalOf, withUnitsBelow, type LightCounts } from './unit-health';

type QuarterCounts = Pick<QuarterFigures, 'start' | 'doneInTime' | 'doneLate' | 'overdue' | 'open'>;

/** How units stand, and how it went quarter by quarter. Each is one query that the index of tasks by unit answers alone. */
@Injectable()
export class HealthService {
  constructor(
    private readonly db: DataSource,
    private readonly time: WorkingTime,
    private readonly units: UnitDirectory,
  ) {}

  async sheet(actor: Actor, { dueFrom, dueTo }: AskHealth): Promise<HealthSheet> {
    const at = await this.time.asOf();
    const tasks = tasksOfUnits(new Conditions(), actor).given(dueFrom, 't.due_on >= ?').given(dueTo, 't.due_on <= ?');
    const rows = await this.db.query<({ unitId: string } & LightCounts)[]>(
      `SELECT y.lead_unit_id AS "unitId", ${LIGHTS.map(
        (light) => `coalesce(sum(y.n) FILTER (WHERE y.light = '${light}'), 0)::int AS ${light}`,
      ).join(', ')}
       FROM (SELECT t.lead_unit_id, ${lightSql('t', at)} AS light, count(*) AS n FROM task t ${tasks.where} GROUP BY 1, 2) y
       GROUP BY 1`,
      tasks.values,
    );
    const scope = new Set(actor.unitsFor('task.read'));
    const units = (await this.units.all()).filter(({ id }) => scope.has(id));
    const counts = withUnitsBelow(units, new Map(rows.map(({ unitId, ...lights }) => [unitId, lights])));
    return {
      rules: HEALTH_RULES.map(({ words }) => words),
      units: units.flatMap(({ id, name, parentId }) => {
        const lights = counts.get(id) ?? NO_LIGHTS;
        const total = totalOf(lights);
        if (total === 0) return [];
        const above = parentId !== null && scope.has(parentId) ? parentId : null;
        return { unitId: id, unitName: name, parentId: above, ...lights, total, colour: healthOf(lights) };
      }),
    };
  }

  /** Throws unit.unknown for a unit whose tasks the actor does not read. */
  async trend(actor: Actor, ask: AskTrend): Promise<Trend> {
    const unitId = ask.unitId ?? actor.homeFor('task.read');
    if (unitId === undefined || !actor.covers('task.read', unitId)) {
      throw new DomainError('unknown', 'unit.unknown', '没有这个单位，或者您不能查看它的任务。请另选一个单位。');
    }
    const at = await this.time.asOf();
    const quarters = lastQuarters(at.today, TREND_QUARTERS);
    const tasks = tasksOfUnits(new Conditions(), actor)
      .add('t.lead_unit_id = ANY(?::uuid[])', await this.units.subtree(unitId))
      .add('t.due_on BETWEEN ? AND ?', quarters[0].start, quarters[TREND_QUARTERS - 1].end)
      .add(`t.status NOT IN ('drafted', 'suspended', 'dropped')`);
    const outcome = `CASE WHEN ${litSql('t', 'purple', at)} THEN 'doneLate' WHEN t.status = 'closed' THEN 'doneInTime'
      WHEN ${litSql('t', 'red', at)} THEN 'overdue' ELSE 'open' END`;
    // Grouped by day first: there are far fewer days than tasks to tell the quarter of.
    const rows = await this.db.query<QuarterCounts[]>(
      `SELECT to_char(date_trunc('quarter', y.due_on), 'YYYY-MM-DD') AS start, ${OUTCOMES.map(
        (name) => `coalesce(sum(y.n) FILTER (WHERE y.outcome = '${name}'), 0)::int AS "${name}"`,
      ).join(', ')}
       FROM (SELECT t.due_on, ${outcome} AS outcome, count(*) AS n FROM task t ${tasks.where} GROUP BY 1, 2) y
       GROUP BY 1`,
      tasks.values,
    );
    const counted = new Map(rows.map((row) => [row.start, row]));
    const unitName = (await this.units.names([unitId])).get(unitId) ?? '';
    return {
      ...{ unitId, unitName, formula: PUNCTUALITY_FORMULA },
      quarters: quarters.map(({ label, start, end }) => {
        const { doneInTime, doneLate, overdue, open } = counted.get(start) ?? NOTHING;
        const due = doneInTime + doneLate + overdue + open;
        const percent = punctuality({ doneInTime, doneLate, overdue });
        return { label, start, end, due, doneInTime, doneLate, overdue, open, percent };
      }),
    };
  }
}

const OUTCOMES = ['doneInTime', 'doneLate', 'overdue', 'open'] as const;
const NOTHING = { doneInTime: 0, doneLate: 0, overdue: 0, open: 0 };
