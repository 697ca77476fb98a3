import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { Actor } from '#organisation/actor';
import { WorkingTime } from '#organisation/calendar/working-time';
import { UnitDirectory } from '#organisation/unit-directory';
import { Clock } from '#platform/clock';
import { Conditions } from '#platform/conditions';
import { listLookBacks } from './look-back-list';
import { Measure } from './measure.entity';
import { problemDetail } from './problem-detail';
import { openProblems, unopenProblems, type ProblemDraft } from './problem-drafts';
import { listProblems } from './problem-list';
import { CATEGORIES, DUTIES } from './problem-origin';
import { visibleProblems } from './problem-standing';
import type { AskRate, ListLookBacks, ListProblems } from './problem.dto';
import type { Problem } from './problem.entity';
import type { LookBackPage, NamedPerson, ProblemChoices, ProblemDetail, ProblemPage } from './problem.view';
import { RATE_FORMULA, rateLine, ratesByCategory, ratesByUnit, type RateCount } from './rectification-rate';
import type { RectificationRate } from './rectification-rate.view';
import { countListed, listDefinition, threeListRows } from './three-lists';
import type { AskThreeList } from './three-lists.dto';
import type { ThreeListPage } from './three-lists.view';

/** Problems of one answer of a list that is read to be printed. */
const LIST_PAGE = 200;

/** Problems 问题 as they are read, and as other rooms put them on record. */
@Injectable()
export class ProblemsService {
  constructor(
    private readonly db: DataSource,
    private readonly units: UnitDirectory,
    private readonly clock: Clock,
    private readonly time: WorkingTime,
  ) {}

  async list(actor: Actor, ask: ListProblems): Promise<ProblemPage> {
    return listProblems(this.db.manager, actor, ask, await this.time.asOf(), await this.subtree(ask.unitId));
  }

  /** Throws problem.unknown, also when it is out of the actor's sight. */
  async get(actor: Actor, id: string): Promise<ProblemDetail> {
    return problemDetail(this.db.manager, actor, id, await this.time.asOf());
  }

  async threeList(
    actor: Actor,
    { list = 'problems', cursor, limit = LIST_PAGE, ...ask }: AskThreeList,
  ): Promise<ThreeListPage> {
    const { title, columns } = listDefinition(list);
    const subtree = await this.subtree(ask.unitId);
    const page = { cursor, limit };
    const at = await this.time.asOf();
    const part = await threeListRows(this.db.manager, actor, list, ask, page, at, subtree);
    return {
      ...part,
      total: await countListed(this.db.manager, actor, ask, at.today, subtree),
      title,
      columns: columns.map(({ title: head, width, link = null }) => ({ title: head, width, link })),
      rows: part.rows.map((row) => ({
        problemId: row.problemId,
        taskId: row.measure?.taskId ?? null,
        cells: columns.map(({ value }) => value(row)),
      })),
    };
  }

  async lookBacks(actor: Actor, ask: ListLookBacks): Promise<LookBackPage> {
    return listLookBacks(this.db.manager, actor, ask, this.clock.today(), await this.subtree(ask.unitId));
  }

  async choices(actor: Actor): Promise<ProblemChoices> {
    const { where, values } = visibleProblems(new Conditions(), actor);
    const used = await this.db.query<{ category: string }[]>(
      `SELECT p.category FROM problem p ${where} AND p.category IS NOT NULL GROUP BY p.category ORDER BY count(*) DESC LIMIT 100`,
      values,
    );
    const leaders = await this.db.query<NamedPerson[]>(
      `SELECT DISTINCT leader.id, leader.name FROM problem p JOIN person leader ON leader.id = p.leader_id ${where}
       ORDER BY leader.name LIMIT 200`,
      values,
    );
    return {
      categories: [...new Set([...used.map(({ category }) => category), ...CATEGORIES])],
      duties: DUTIES,
      leaders,
    };
  }

  /** 整改率 of the problems raised in a period, by branch of the unit tree and by category. */
  async rate(actor: Actor, ask: AskRate): Promise<RectificationRate> {
    const scope = new Set(actor.unitsFor('task.read'));
    const subtree = await this.subtree(ask.unitId);
    const within = new Set(subtree?.filter((id) => scope.has(id)) ?? scope);
    const filter = new Conditions()
      .add('p.unit_id = ANY(?::uuid[])', [...within])
      .add(`p.status <> 'withdrawn'`)
      .given(ask.category, 'p.category = ?')
      .given(ask.from, 'p.raised_on >= ?::date')
      .given(ask.to, 'p.raised_on <= ?::date');
    const counts = await this.db.query<RateCount[]>(
      `SELECT p.unit_id AS "unitId", p.category, count(*)::int AS total,
         count(*) FILTER (WHERE p.status = 'closed')::int AS closed
       FROM problem p ${filter.where} GROUP BY p.unit_id, p.category`,
      filter.values,
    );
    return {
      formula: RATE_FORMULA,
      whole: rateLine(null, '合计', counts),
      byUnit: ratesByUnit(await this.units.all(), within, counts),
      byCategory: ratesByCategory(counts),
    };
  }

  /** Puts problems on record in the caller's transaction, in the order given. */
  open(tx: EntityManager, actor: Actor, drafts: readonly ProblemDraft[]): Promise<Problem[]> {
    return openProblems(tx, actor, this.clock.today(), drafts);
  }

  /** Links tasks to the problems they answer 措施; links that exist stay. */
  async link(tx: EntityManager, measures: readonly Pick<Measure, 'problemId' | 'taskId'>[]): Promise<void> {
    if (measures.length === 0) return;
    await tx
      .createQueryBuilder()
      .insert()
      .into(Measure)
      .values([...measures])
      .orIgnore()
      .execute();
  }

  /** Takes problems back that were put on record by mistake; their links to tasks go with them. */
  withdraw(tx: EntityManager, actor: Actor, ids: string[]): Promise<void> {
    return unopenProblems(tx, actor, ids);
  }

  private async subtree(unitId: string | undefined): Promise<string[] | undefined> {
    return unitId === undefined ? undefined : this.units.subtree(unitId);
  }
}
