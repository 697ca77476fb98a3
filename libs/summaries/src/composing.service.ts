import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { periodAhead } from '#calendar/period';
import { Turns } from '#documents/libre-office/turns';
import { WorkingTime } from '#organisation/calendar/working-time';
import { subtreeOf } from '#organisation/unit-tree';
import { Unit } from '#organisation/unit.entity';
import { Clock } from '#platform/clock';
import type { Branch } from './composing/branches';
import { Composer } from './composing/compose';
import { canonicalJson } from './issuing/canonical-json';
import { problemRows } from './reading/problem-rows';
import { taskRows } from './reading/task-rows';
import { storeRows } from './stored-rows';
import type { Covered, SummaryRowData } from './summary-rows';
import type { Composed, Summary } from './summary.entity';

type Period = Pick<Summary, 'id' | 'unitId' | 'periodKind' | 'periodStart' | 'periodEnd'> & { label: string };

/** Reads the tasks and problems of a period at one moment, keeps them with the summary and composes the report of them. */
@Injectable()
export class ComposingService {
  /** One at a time in a process: each holds two connections, and must never wait for its second behind others that do. */
  private readonly turns = new Turns();

  constructor(
    private readonly db: DataSource,
    private readonly time: WorkingTime,
    private readonly clock: Clock,
  ) {}

  /** A transaction in which `compose` may be called once. */
  transaction<T>(story: (tx: EntityManager) => Promise<T>): Promise<T> {
    return this.turns.run(() => this.db.transaction(story));
  }

  /**
   * Puts new rows in the place of those kept with the summary. Read in a transaction of its own, whose one moment is that of
   * all rows: the writing one also appends to the history, for which it has to see the present.
   */
  async compose(
    tx: EntityManager,
    period: Period,
  ): Promise<Pick<Summary, 'composition' | 'fingerprint' | 'composedAt'>> {
    const composedAt = this.clock.now();
    const { calendar, today } = await this.time.asOf();
    const { periodStart: start, periodEnd: end, label } = period;
    const ahead = periodAhead({ kind: period.periodKind, end });
    const covered: Covered = {
      ...{ start, end, label, asOf: today < end ? today : end },
      ahead: { start: ahead.start, end: ahead.end, label: ahead.label },
    };
    await tx.query('DELETE FROM summary_row WHERE summary_id = $1', [period.id]);
    const hash = createHash('sha256');
    const composition = await this.db.transaction('REPEATABLE READ', async (reading): Promise<Composed> => {
      const { name: unitName } = await reading.findOneByOrFail(Unit, { id: period.unitId });
      const unitIds = await subtreeOf(reading, period.unitId);
      const composer = new Composer(covered, await branchesOf(reading, period.unitId));
      let position = 0;
      const keep = async (portion: readonly SummaryRowData[]) => {
        const rows = portion.map((row) => ({ row, counts: composer.add(row) }));
        for (const text of await storeRows(tx, period.id, position, rows)) hash.update(`${text}\n`);
        position += rows.length;
      };
      for await (const rows of taskRows(reading, unitIds, covered, calendar, this.clock.zone)) await keep(rows);
      for await (const rows of problemRows(reading, unitIds, covered, calendar, this.clock.zone)) await keep(rows);
      return { unitName, covered, ...composer.composition() };
    });
    hash.update(canonicalJson(composition));
    return { composition, fingerprint: hash.digest('hex'), composedAt };
  }
}

/** The unit's own level, then each child with all below it. */
async function branchesOf(db: EntityManager, unitId: string): Promise<Branch[]> {
  return db.query<Branch[]>(
    `WITH RECURSIVE tree AS (
       SELECT u.id, u.id AS top, 0 AS depth FROM unit u WHERE u.id = $1
       UNION ALL SELECT u.id, CASE tree.depth WHEN 0 THEN u.id ELSE tree.top END, tree.depth + 1
       FROM unit u JOIN tree ON u.parent_id = tree.id)
     SELECT top AS "unitId", b.name || CASE WHEN top = $1 THEN '（本级）' ELSE '' END AS "unitName", array_agg(tree.id) AS "unitIds"
     FROM tree JOIN unit b ON b.id = tree.top GROUP BY top, b.name, b.sort_order
     ORDER BY top <> $1, b.sort_order, b.name`,
    [unitId],
  );
}
