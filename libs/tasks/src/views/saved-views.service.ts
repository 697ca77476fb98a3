import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { Actor } from '#organisation/actor';
import { Clock } from '#platform/clock';
import { changedMeanwhile, DomainError } from '#platform/domain-error';
import { changesBetween, record } from '#platform/history';
import { ListPreference } from './list-preference.entity';
import type { ChangeSavedView, SaveView, SetListPreference } from './saved-view.dto';
import { SavedView } from './saved-view.entity';
import type { ListViews, SavedViewLine } from './saved-view.view';

/** More of them nobody finds his way in. */
const MOST_VIEWS = 100;

/** Views that a person sees: his own, and those shared with a unit in which he has a role or one above it. */
const SEEN = `WITH RECURSIVE up AS (
    SELECT u.id, u.parent_id FROM unit u WHERE u.id = ANY($2::uuid[])
    UNION SELECT u.id, u.parent_id FROM unit u JOIN up ON up.parent_id = u.id)
  SELECT v.id, v.name, v.query, v.columns, v.unit_id AS "unitId", u.name AS "unitName", p.name AS "ownerName", v.version
  FROM saved_view v JOIN person p ON p.id = v.owner_id LEFT JOIN unit u ON u.id = v.unit_id
  WHERE (v.unit_id IS NULL AND v.owner_id = $1) OR v.unit_id IN (SELECT id FROM up)
  ORDER BY v.unit_id IS NOT NULL, v.name, v.id`;

/** 视图: how people keep the task list arranged, for themselves and, as supervisors, for their unit. */
@Injectable()
export class SavedViewsService {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
  ) {}

  async list(actor: Actor): Promise<ListViews> {
    const views = await this.seen(this.db.manager, actor);
    const preference = await this.db.manager.findOneBy(ListPreference, { personId: actor.personId });
    const opens = views.some(({ id }) => id === preference?.defaultViewId);
    return {
      views,
      columns: preference?.columns ?? null,
      defaultViewId: opens ? (preference?.defaultViewId ?? null) : null,
    };
  }

  /** Throws view.not-sharable, view.name-taken or view.too-many. */
  async create(actor: Actor, ask: SaveView): Promise<SavedViewLine> {
    const id = await this.db.transaction(async (tx) => {
      this.mayShare(actor, ask.unitId ?? null);
      const own = (await this.seen(tx, actor)).filter(({ mayChange }) => mayChange);
      if (own.length >= MOST_VIEWS) {
        const message = `最多保存 ${MOST_VIEWS} 个视图，请先删除不再使用的视图。`;
        throw new DomainError('conflict', 'view.too-many', message);
      }
      const view = tx.create(SavedView, { ownerId: actor.personId, ...pointsOf(ask) });
      await this.freeName(tx, view);
      await tx.save(view);
      await this.note(tx, actor, view, 'create', changesBetween({ name: null, shared: null }, factsOf(view)));
      return view.id;
    });
    return this.line(actor, id);
  }

  /** Throws view.unknown, view.changed, view.not-sharable or view.name-taken. */
  async change(actor: Actor, id: string, ask: ChangeSavedView): Promise<SavedViewLine> {
    await this.db.transaction(async (tx) => {
      const view = await this.load(tx, actor, id);
      if (view.version !== ask.version) throw changedMeanwhile('view', '这个视图');
      const next = pointsOf(ask);
      if (next.unitId !== view.unitId) this.mayShare(actor, next.unitId);
      const before = factsOf(view);
      // Taken back from the unit it becomes the view of whoever takes it.
      if (view.unitId !== null && next.unitId === null) view.ownerId = actor.personId;
      Object.assign(view, next, { updatedAt: this.clock.now() });
      await this.freeName(tx, view);
      await tx.save(view);
      await this.note(tx, actor, view, 'change', changesBetween(before, factsOf(view)));
    });
    return this.line(actor, id);
  }

  /** Throws view.unknown. */
  remove(actor: Actor, id: string): Promise<void> {
    return this.db.transaction(async (tx) => {
      const view = await this.load(tx, actor, id);
      await tx.delete(SavedView, { id });
      await this.note(tx, actor, view, 'remove', changesBetween(factsOf(view), { name: null }));
    });
  }

  /** Throws view.unknown when the list is to open with a view that one does not see. */
  async prefer(actor: Actor, { columns, defaultViewId }: SetListPreference): Promise<ListViews> {
    if (defaultViewId) await this.line(actor, defaultViewId);
    await this.db.manager.upsert(
      ListPreference,
      {
        personId: actor.personId,
        ...(columns === undefined ? {} : { columns }),
        ...(defaultViewId === undefined ? {} : { defaultViewId }),
      },
      ['personId'],
    );
    return this.list(actor);
  }

  private async seen(db: EntityManager, actor: Actor): Promise<SavedViewLine[]> {
    const units = actor.grants.map(({ unitId }) => unitId);
    const rows = await db.query<Omit<SavedViewLine, 'mayChange'>[]>(SEEN, [actor.personId, units]);
    return rows.map((row) => ({ ...row, mayChange: mayChange(actor, row.unitId) }));
  }

  private async line(actor: Actor, id: string): Promise<SavedViewLine> {
    const view = (await this.seen(this.db.manager, actor)).find((one) => one.id === id);
    if (!view) throw unknownView();
    return view;
  }

  /** One that the actor may change, locked. */
  private async load(tx: EntityManager, actor: Actor, id: string): Promise<SavedView> {
    const view = await tx.findOne(SavedView, { where: { id }, lock: { mode: 'pessimistic_write' } });
    const own = view?.unitId === null ? view.ownerId === actor.personId : mayChange(actor, view?.unitId ?? '');
    if (!view || !own) throw unknownView();
    return view;
  }

  private mayShare(actor: Actor, unitId: string | null): void {
    if (mayChange(actor, unitId)) return;
    const message = '只有督办员可以把视图共享给本单位及下级单位，请改为只供自己使用。';
    throw new DomainError('unknown', 'view.not-sharable', message);
  }

  private async freeName(tx: EntityManager, { id, name, unitId, ownerId }: SavedView): Promise<void> {
    const [taken] = await tx.query<unknown[]>(
      `SELECT 1 FROM saved_view WHERE lower(name) = lower($1) AND id IS DISTINCT FROM $2::uuid
         AND CASE WHEN $3::uuid IS NULL THEN unit_id IS NULL AND owner_id = $4 ELSE unit_id = $3 END`,
      [name, id ?? null, unitId, ownerId],
    );
    if (!taken) return;
    const message = `已有名为“${name}”的视图，请换一个名称，或更新原来的视图。`;
    throw new DomainError('conflict', 'view.name-taken', message);
  }

  private note(
    tx: EntityManager,
    actor: Actor,
    view: SavedView,
    action: 'create' | 'change' | 'remove',
    changes: ReturnType<typeof changesBetween>,
  ): Promise<void> {
    const unitId = view.unitId ?? actor.grants[0]?.unitId;
    return record(tx, actor, { subject: 'saved-view', subjectId: view.id, action, changes, unitId });
  }
}

/** One's own, or shared with a unit one supervises. */
const mayChange = (actor: Actor, unitId: string | null) => unitId === null || actor.covers('task.assign', unitId);

const unknownView = () =>
  new DomainError('unknown', 'view.unknown', '没有找到这个视图，或您无权更改它。请刷新后重试。');

const pointsOf = ({ name, unitId, query, columns }: SaveView) => ({ name, unitId: unitId ?? null, query, columns });

const factsOf = ({ name, unitId, query, columns }: SavedView): Record<string, string | null> => ({
  name,
  shared: unitId === null ? '仅自己' : '本单位',
  query,
  columns: columns.map((column) => column.name).join(','),
});
