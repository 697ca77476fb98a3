import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { Actor } from '#organisation/actor';
import { WorkingTime } from '#organisation/calendar/working-time';
import { UnitDirectory } from '#organisation/unit-directory';
import { Conditions } from '#platform/conditions';
import { DomainError } from '#platform/domain-error';
import { record } from '#platform/history';
import { decodeCursor, encodeCursor } from '#platform/keyset';
import { lightSql } from '#tasks/light';
import { MOST_COUNTED } from '../problem-list';
import { checkStandingOf } from './check-detail';
import { materialIsOpen } from './check-status';
import { InspectionCheck } from './inspection-check.entity';
import type { InspectionRound } from './inspection-round.entity';
import { lockCheck } from './inspection-sight';
import type { ReadMaterial } from './inspection.dto';
import type { MaterialProblem, MaterialProblemPage, MaterialTask, MaterialTaskPage } from './inspection.view';

const PAGE = 50;

/** What a check is about: what the inspected unit has on record, read by its inspectors while they check, and who read it is on record. */
@Injectable()
export class MaterialService {
  constructor(
    private readonly db: DataSource,
    private readonly units: UnitDirectory,
    private readonly time: WorkingTime,
  ) {}

  /** The unit's problems that were open at some time of the round, of its category. Throws inspection-check.material-closed. */
  problems(actor: Actor, checkId: string, ask: ReadMaterial): Promise<MaterialProblemPage> {
    return this.read(actor, checkId, ask, 'problems', async (db, { unitIds, round }) => {
      const { today } = await this.time.asOf();
      const filter = new Conditions()
        .add('x.unit_id = ANY(?::uuid[])', unitIds)
        .add(`x.status <> 'withdrawn' AND (x.closed_on IS NULL OR x.closed_on >= ?::date)`, round.startsOn)
        .given(round.category, 'x.category = ?');
      return page<MaterialProblem>(db, 'problem', filter, ask, {
        columns: `x.category, x.raised_on AS "raisedOn", x.due_on AS "dueOn", x.result,
          coalesce(x.status IN ('open', 'reopened') AND x.due_on < DATE '${today}', false) AS overdue`,
        unit: 'x.unit_id',
      });
    });
  }

  /** The unit's tasks that were open at some time of the round; with a category, those that answer its problems. Throws inspection-check.material-closed. */
  tasks(actor: Actor, checkId: string, ask: ReadMaterial): Promise<MaterialTaskPage> {
    return this.read(actor, checkId, ask, 'tasks', async (db, { unitIds, round }) => {
      const at = await this.time.asOf();
      const filter = new Conditions()
        .add('x.lead_unit_id = ANY(?::uuid[])', unitIds)
        .add(
          `x.status NOT IN ('drafted', 'dropped') AND (x.closed_on IS NULL OR x.closed_on >= ?::date)`,
          round.startsOn,
        )
        .given(
          round.category,
          'EXISTS (SELECT 1 FROM measure m JOIN problem p ON p.id = m.problem_id WHERE m.task_id = x.id AND p.category = ?)',
        );
      return page<MaterialTask>(db, 'task', filter, ask, {
        columns: `${lightSql('x', at)} AS light, x.due_on AS "dueOn", x.progress`,
        unit: 'x.lead_unit_id',
      });
    });
  }

  private read<T>(
    actor: Actor,
    checkId: string,
    ask: ReadMaterial,
    what: 'problems' | 'tasks',
    list: (db: EntityManager, of: { unitIds: string[]; round: InspectionRound }) => Promise<T>,
  ): Promise<T> {
    return this.db.transaction(async (tx) => {
      await lockCheck(tx, actor, checkId);
      const check = await tx.findOneOrFail(InspectionCheck, { where: { id: checkId }, relations: { round: true } });
      const round = check.round as InspectionRound;
      if (!materialIsOpen(await checkStandingOf(tx, actor, check, round))) {
        const message = '被检查单位的问题和任务只在检查期间向检查组开放，提交结论或检查结束后不能再看。';
        throw new DomainError('forbidden', 'inspection-check.material-closed', message);
      }
      const answer = await list(tx, { unitIds: await this.units.subtree(check.inspectedUnitId), round });
      if (!ask.cursor) await rememberReading(tx, actor, check, `read-${what}`);
      return answer;
    });
  }
}

/** Puts a reading on record; one who looks again within a quarter of an hour is still reading. */
async function rememberReading(tx: EntityManager, actor: Actor, check: InspectionCheck, action: string): Promise<void> {
  const [{ known }] = await tx.query<{ known: boolean }[]>(
    `SELECT EXISTS (SELECT 1 FROM history WHERE actor_id = $1 AND at > now() - interval '15 minutes'
       AND subject_id = $2 AND action = $3) AS known`,
    [actor.personId, check.id, action],
  );
  if (known) return;
  const unitId = check.inspectedUnitId;
  await record(tx, actor, { subject: 'inspection-check', subjectId: check.id, action, unitId });
}

/** A page of table x in the order of the codes. */
async function page<Row extends { code: string }>(
  db: EntityManager,
  table: 'problem' | 'task',
  filter: Conditions,
  { cursor }: ReadMaterial,
  { columns, unit }: { columns: string; unit: string },
): Promise<{ rows: Row[]; nextCursor: string | null; total: number }> {
  const [{ total }] = await db.query<{ total: number }[]>(
    `SELECT count(*)::int AS total FROM (SELECT 1 FROM ${table} x ${filter.where} LIMIT ${MOST_COUNTED}) y`,
    filter.values,
  );
  if (cursor) filter.add('x.code > ?', decodeCursor(cursor, 1)[0]);
  const rows = await db.query<Row[]>(
    `SELECT x.id, x.code, x.title, u.name AS "unitName", x.status, ${columns}
     FROM ${table} x JOIN unit u ON u.id = ${unit} ${filter.where} ORDER BY x.code LIMIT ${PAGE + 1}`,
    filter.values,
  );
  const shown = rows.slice(0, PAGE);
  const last = shown.at(-1);
  return { rows: shown, nextCursor: rows.length > PAGE && last ? encodeCursor([last.code]) : null, total };
}
