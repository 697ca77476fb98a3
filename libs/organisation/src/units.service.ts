import { Injectable } from '@nestjs/common';
import { DataSource, IsNull, Not, type EntityManager } from 'typeorm';
import { changedMeanwhile, DomainError } from '#platform/domain-error';
import { changesBetween, record } from '#platform/history';
import type { Actor } from './actor';
import { takeTurn } from './administrators';
import { refuseExternal } from './external-units';
import { subtreeOf } from './unit-tree';
import type { AddUnit, ChangeUnit } from './unit.dto';
import { Unit } from './unit.entity';
import type { UnitView } from './unit.view';

const unknownUnit = () => new DomainError('unknown', 'unit.unknown', '没有找到这个单位，或它不在您的管理范围内。');

/** In the order of the tree: every unit right before the units below it. */
const TREE = `
  WITH RECURSIVE tree AS (
    SELECT u.*, ARRAY[lpad(u.sort_order::text, 6, '0') || u.name] AS place FROM unit u WHERE u.parent_id IS NULL
    UNION ALL
    SELECT u.*, tree.place || (lpad(u.sort_order::text, 6, '0') || u.name) FROM unit u JOIN tree ON u.parent_id = tree.id
  ),
  member AS (
    SELECT g.unit_id, g.person_id FROM role_grant g UNION SELECT o.unit_id, o.person_id FROM position o
  ),
  crew AS (
    SELECT m.unit_id, count(*)::int AS people FROM member m JOIN person p ON p.id = m.person_id
    WHERE p.active GROUP BY m.unit_id
  )
  SELECT t.id, t.parent_id AS "parentId", t.name, t.short_name AS "shortName", t.aliases, t.sort_order AS "sortOrder",
    t.external, t.contact, t.version, coalesce(c.people, 0) AS people
  FROM tree t LEFT JOIN crew c ON c.unit_id = t.id`;

/** The tree of units. Everybody sees the units of his roles and below; administrators change them. */
@Injectable()
export class UnitsService {
  constructor(private readonly db: DataSource) {}

  list(actor: Actor): Promise<UnitView[]> {
    const scope = actor.unitsFor('organisation.read');
    return this.db.query(`${TREE} WHERE t.id = ANY($1::uuid[]) ORDER BY t.place`, [scope]);
  }

  async add(actor: Actor, ask: AddUnit): Promise<UnitView> {
    return this.db.transaction(async (tx) => {
      await takeTurn(tx);
      if (!actor.covers('organisation.manage', ask.parentId)) throw unknownUnit();
      await refuseExternal(tx, [ask.parentId]);
      await this.refuseNamesake(tx, ask.parentId, ask.name);
      const [{ next }] = await tx.query<{ next: number }[]>(
        `SELECT coalesce(max(sort_order), 0) + 10 AS next FROM unit WHERE parent_id = $1`,
        [ask.parentId],
      );
      const { parentId, name, shortName = null, aliases = [], external = false, contact = null } = ask;
      refuseContact(external, contact);
      const unit = await tx.save(Unit, { parentId, name, shortName, aliases, external, contact, sortOrder: next });
      await record(tx, actor, { subject: 'unit', subjectId: unit.id, action: 'create', reason: name });
      return this.view(tx, unit.id);
    });
  }

  /** Throws unit.changed, unit.cycle or unit.namesake. */
  async change(actor: Actor, id: string, { version, ...ask }: ChangeUnit): Promise<UnitView> {
    return this.db.transaction(async (tx) => {
      await takeTurn(tx);
      const unit = await this.load(tx, actor, id);
      if (unit.version !== version) throw changedMeanwhile('unit', '这个单位');
      const before = facts(unit);
      if (ask.parentId !== undefined && ask.parentId !== unit.parentId)
        await this.checkMove(tx, actor, unit, ask.parentId);
      Object.assign(unit, Object.fromEntries(Object.entries(ask).filter(([, value]) => value !== undefined)));
      refuseContact(unit.external, unit.contact);
      await this.refuseNamesake(tx, unit.parentId, unit.name, id);
      await tx.save(unit);
      await record(tx, actor, {
        subject: 'unit',
        subjectId: id,
        action: 'change',
        changes: changesBetween(before, facts(unit)),
      });
      return this.view(tx, id);
    });
  }

  /** Throws unit.not-empty when anything belongs to it. */
  async remove(actor: Actor, id: string): Promise<void> {
    await this.db.transaction(async (tx) => {
      await takeTurn(tx);
      const unit = await this.load(tx, actor, id);
      const [{ used }] = await tx.query<{ used: boolean }[]>(
        `SELECT EXISTS (SELECT 1 FROM unit WHERE parent_id = $1) OR EXISTS (SELECT 1 FROM role_grant WHERE unit_id = $1)
           OR EXISTS (SELECT 1 FROM position WHERE unit_id = $1) OR EXISTS (SELECT 1 FROM report WHERE unit_id = $1)
           OR EXISTS (SELECT 1 FROM report_item WHERE unit_id = $1) OR EXISTS (SELECT 1 FROM cause WHERE unit_id = $1)
           OR EXISTS (SELECT 1 FROM task WHERE lead_unit_id = $1) OR EXISTS (SELECT 1 FROM supporting_unit WHERE unit_id = $1) OR EXISTS (SELECT 1 FROM problem WHERE unit_id = $1)
           OR EXISTS (SELECT 1 FROM summary WHERE unit_id = $1) AS used`,
        [id],
      );
      if (used || unit.parentId === null) {
        const message = `“${unit.name}”还有下级单位、人员、报告或任务，不能删除。请先移走它们。`;
        throw new DomainError('conflict', 'unit.not-empty', message);
      }
      await tx.delete(Unit, id);
      await record(tx, actor, { subject: 'unit', subjectId: id, action: 'remove', reason: unit.name });
    });
  }

  private async load(tx: EntityManager, actor: Actor, id: string): Promise<Unit> {
    const unit = await tx.findOne(Unit, { where: { id }, lock: { mode: 'pessimistic_write' } });
    if (!unit || !actor.covers('organisation.manage', id)) throw unknownUnit();
    return unit;
  }

  private async checkMove(tx: EntityManager, actor: Actor, unit: Unit, parentId: string): Promise<void> {
    if (!actor.covers('organisation.manage', parentId)) throw unknownUnit();
    await refuseExternal(tx, [parentId]);
    if ((await subtreeOf(tx, unit.id)).includes(parentId)) {
      throw new DomainError('invalid', 'unit.cycle', '不能把单位移到它自己的下级单位之下，请另选上级单位。');
    }
  }

  private async refuseNamesake(tx: EntityManager, parentId: string | null, name: string, id?: string): Promise<void> {
    const where = { parentId: parentId ?? IsNull(), name, ...(id ? { id: Not(id) } : {}) };
    if (await tx.existsBy(Unit, where)) {
      const message = `同一上级之下已有“${name}”，请换一个名称。`;
      throw new DomainError('conflict', 'unit.namesake', message, [{ field: 'name', message }]);
    }
  }

  private async view(tx: EntityManager, id: string): Promise<UnitView> {
    const [unit] = await tx.query<UnitView[]>(`${TREE} WHERE t.id = $1`, [id]);
    return unit;
  }
}

function refuseContact(external: boolean, contact: string | null): void {
  if (external || contact === null) return;
  throw new DomainError('invalid', 'unit.contact', '只有外部单位可以填写联系方式，本单位的联系人请在“人员”中维护。');
}

const facts = ({ name, parentId, shortName, aliases, sortOrder, contact }: Unit) => ({
  name,
  parent: parentId,
  shortName,
  aliases: aliases.join('、'),
  sortOrder,
  contact,
});
