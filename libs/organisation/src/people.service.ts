import { Injectable } from '@nestjs/common';
import { DataSource, In, type EntityManager } from 'typeorm';
import { Conditions } from '#platform/conditions';
import { changedMeanwhile, DomainError } from '#platform/domain-error';
import { changesBetween, record, type Doer } from '#platform/history';
import { decodeCursor, encodeCursor, likePattern } from '#platform/keyset';
import type { Actor } from './actor';
import { hashPassword, oneTimePassword } from './passwords';
import type { AddPerson, ChangePerson, ListPeople } from './person.dto';
import { Person } from './person.entity';
import type { AddedPerson, OneTimePassword, PersonPage, PersonView } from './person.view';
import { Position } from './position.entity';
import { RoleGrant } from './role-grant.entity';
import { Session } from './session.entity';
import { subtreeOf } from './unit-tree';

const PAGE = 50;
const unknownPerson = () => new DomainError('unknown', 'person.unknown', '没有找到此人，或其不在您的管理范围内。');

/** A person belongs to the units of his roles and positions. */
const BELONGS = (
  units: string,
) => `EXISTS (SELECT 1 FROM role_grant g WHERE g.person_id = p.id AND g.unit_id = ANY(${units}))
  OR EXISTS (SELECT 1 FROM position o WHERE o.person_id = p.id AND o.unit_id = ANY(${units}))`;

/** People, what they are, and where. */
@Injectable()
export class PeopleService {
  constructor(private readonly db: DataSource) {}

  async list(actor: Actor, ask: ListPeople): Promise<PersonPage> {
    const limit = ask.limit ?? PAGE;
    const scope = actor.unitsFor('organisation.read');
    const filter = new Conditions().add(BELONGS('?::uuid[]'), scope, scope).given(ask.active, 'p.active = ?');
    if (ask.unitId) {
      const subtree = await subtreeOf(this.db.manager, ask.unitId);
      filter.add(BELONGS('?::uuid[]'), subtree, subtree);
    }
    if (ask.role) filter.add('EXISTS (SELECT 1 FROM role_grant g WHERE g.person_id = p.id AND g.role = ?)', ask.role);
    if (ask.q) {
      const words = likePattern(ask.q);
      filter.add('p.name ILIKE ? OR p.login ILIKE ? OR p.email ILIKE ?', words, words, words);
    }
    const [{ total }] = await this.db.query<{ total: number }[]>(
      `SELECT count(*)::int AS total FROM person p ${filter.where}`,
      filter.values,
    );
    if (ask.cursor) filter.add('(p.name, p.id) > (?, ?::uuid)', ...decodeCursor(ask.cursor, 2));
    const rows = await this.db.query<{ id: string; name: string }[]>(
      `SELECT p.id, p.name FROM person p ${filter.where} ORDER BY p.name, p.id LIMIT ${filter.value(limit + 1)}`,
      filter.values,
    );
    const shown = rows.slice(0, limit);
    const last = shown.at(-1);
    const nextCursor = rows.length > limit && last ? encodeCursor([last.name, last.id]) : null;
    return {
      rows: await this.views(
        this.db.manager,
        shown.map(({ id }) => id),
      ),
      nextCursor,
      total,
    };
  }

  /** Adds a person with a first password, which only this answer shows. */
  async add(actor: Actor, ask: AddPerson): Promise<AddedPerson> {
    const password = oneTimePassword();
    const passwordHash = await hashPassword(password);
    return this.db.transaction(async (tx) => {
      if (ask.roles.length + ask.positions.length === 0) {
        throw new DomainError('invalid', 'person.nowhere', '请至少给出一个任职单位或角色，否则此人不属于任何单位。');
      }
      await this.refuseSameLogin(tx, ask.login);
      const { name, login, email = null, phone = null } = ask;
      const person = await tx.save(Person, { name, login, email: email || null, phone: phone || null, passwordHash });
      await this.place(tx, actor, person.id, ask);
      await record(tx, actor, { subject: 'person', subjectId: person.id, action: 'create', reason: name });
      const [view] = await this.views(tx, [person.id]);
      return { person: view, oneTimePassword: password };
    });
  }

  /** Throws person.changed, person.login-taken or person.last-administrator. Deactivating ends the sessions. */
  async change(actor: Actor, id: string, ask: ChangePerson): Promise<PersonView> {
    return this.db.transaction(async (tx) => {
      const person = await this.load(tx, actor, id);
      if (person.version !== ask.version) throw changedMeanwhile('person', '此人的资料');
      const [before] = await this.views(tx, [id]);
      if (ask.login !== undefined && ask.login !== person.login) await this.refuseSameLogin(tx, ask.login);
      person.name = ask.name ?? person.name;
      person.login = ask.login ?? person.login;
      if (ask.email !== undefined) person.email = ask.email || null;
      if (ask.phone !== undefined) person.phone = ask.phone || null;
      person.active = ask.active ?? person.active;
      await this.place(tx, actor, id, ask);
      await tx.save(person);
      // Roles and positions are part of what `version` stands for.
      if (ask.roles ?? ask.positions) await tx.increment(Person, { id, version: person.version }, 'version', 1);
      if (!person.active) await tx.delete(Session, { personId: id });
      await this.keepAnAdministrator(tx);
      const [after] = await this.views(tx, [id]);
      await record(tx, actor, {
        subject: 'person',
        subjectId: id,
        action: 'change',
        changes: changesBetween(facts(before), facts(after)),
      });
      return after;
    });
  }

  /** Sets a new first password, shown once, and signs the person out everywhere. */
  async resetPassword(actor: Actor, id: string): Promise<OneTimePassword> {
    const password = oneTimePassword();
    const passwordHash = await hashPassword(password);
    await this.db.transaction(async (tx) => {
      await this.load(tx, actor, id);
      await this.setFirstPassword(tx, actor, id, passwordHash);
    });
    return { oneTimePassword: password };
  }

  /** The same for whoever can run commands at the server; null when nobody active has this login. */
  async resetAtServer(login: string): Promise<OneTimePassword | null> {
    const password = oneTimePassword();
    const passwordHash = await hashPassword(password);
    return this.db.transaction(async (tx) => {
      const person = await tx.findOneBy(Person, { login, active: true });
      if (!person) return null;
      await this.setFirstPassword(tx, { personId: null, name: '服务器命令行' }, person.id, passwordHash);
      return { oneTimePassword: password };
    });
  }

  private async setFirstPassword(tx: EntityManager, doer: Doer, id: string, passwordHash: string): Promise<void> {
    await tx.update(Person, id, { passwordHash, mustChangePassword: true });
    await tx.delete(Session, { personId: id });
    await record(tx, doer, { subject: 'person', subjectId: id, action: 'reset-password' });
  }

  private async load(tx: EntityManager, actor: Actor, id: string): Promise<Person> {
    const person = await tx.findOne(Person, { where: { id }, lock: { mode: 'pessimistic_write' } });
    const [view] = await this.views(tx, person ? [id] : []);
    const mine = [...(view?.roles ?? []), ...(view?.positions ?? [])].some(({ unitId }) =>
      actor.covers('organisation.manage', unitId),
    );
    if (!person || !mine) throw unknownPerson();
    return person;
  }

  /** Sets roles and positions inside the actor's units; those elsewhere stay as they are. */
  private async place(
    tx: EntityManager,
    actor: Actor,
    personId: string,
    ask: Pick<ChangePerson, 'roles' | 'positions'>,
  ) {
    const mine = actor.unitsFor('organisation.manage');
    const foreign = [...(ask.roles ?? []), ...(ask.positions ?? [])].filter(({ unitId }) => !mine.includes(unitId));
    const own = await tx.findBy(RoleGrant, { personId });
    const held = new Set(own.map(({ unitId, role }) => `${unitId} ${role}`));
    const kept = await tx.findBy(Position, { personId });
    for (const one of foreign) {
      const unchanged =
        'role' in one ? held.has(`${one.unitId} ${String(one.role)}`) : kept.some((p) => p.unitId === one.unitId);
      if (!unchanged) throw new DomainError('unknown', 'unit.unknown', '没有找到所选的单位，或它不在您的管理范围内。');
    }
    if (ask.roles) {
      await tx.delete(RoleGrant, { personId, unitId: In(mine) });
      const rows = ask.roles
        .filter(({ unitId }) => mine.includes(unitId))
        .map(({ unitId, role }) => ({ personId, unitId, role }));
      if (rows.length > 0) await tx.createQueryBuilder().insert().into(RoleGrant).values(rows).orIgnore().execute();
    }
    if (ask.positions) {
      const wanted = ask.positions.filter(({ unitId }) => mine.includes(unitId));
      const is = (a: { unitId: string; title: string }) => (b: { unitId: string; title: string }) =>
        a.unitId === b.unitId && a.title === b.title;
      const gone = kept.filter((position) => mine.includes(position.unitId) && !wanted.some(is(position)));
      const added = wanted.filter((position) => !kept.some(is(position)));
      if (gone.length > 0) await tx.delete(Position, { id: In(gone.map(({ id }) => id)) });
      if (added.length > 0)
        await tx.insert(
          Position,
          added.map(({ unitId, title }) => ({ unitId, title, personId })),
        );
    }
  }

  private async refuseSameLogin(tx: EntityManager, login: string): Promise<void> {
    if (await tx.existsBy(Person, { login })) {
      const message = `登录名“${login}”已被使用，请换一个。`;
      throw new DomainError('conflict', 'person.login-taken', message, [{ field: 'login', message }]);
    }
  }

  private async keepAnAdministrator(tx: EntityManager): Promise<void> {
    const rows = await tx.query<unknown[]>(
      `SELECT 1 FROM role_grant g JOIN person p ON p.id = g.person_id JOIN unit u ON u.id = g.unit_id
       WHERE g.role = 'administrator' AND p.active AND u.parent_id IS NULL LIMIT 1`,
    );
    if (rows.length === 0) {
      const message = '这是最后一名管理员，不能停用或取消其管理员角色。请先指定另一名管理员。';
      throw new DomainError('conflict', 'person.last-administrator', message);
    }
  }

  private async views(db: EntityManager, ids: string[]): Promise<PersonView[]> {
    const people = await db.find(Person, {
      where: { id: In(ids) },
      relations: { positions: { unit: true }, roles: { unit: true } },
      order: { name: 'ASC', id: 'ASC' },
    });
    return people.map(({ id, name, login, email, phone, active, version, positions = [], roles = [] }) => ({
      ...{ id, name, login, email, phone, active, version },
      positions: positions.map(({ id: positionId, unitId, unit, title }) => ({
        id: positionId,
        unitId,
        unitName: unit?.name ?? '',
        title,
      })),
      roles: roles.map(({ unitId, unit, role }) => ({ unitId, unitName: unit?.name ?? '', role })),
    }));
  }
}

const facts = ({ name, login, email, phone, active, positions, roles }: PersonView) => ({
  ...{ name, login, email, phone },
  active: active ? '启用' : '停用',
  positions: positions
    .map(({ unitName, title }) => `${unitName} ${title}`)
    .sort()
    .join('、'),
  roles: roles
    .map(({ unitName, role }) => `${unitName} ${role}`)
    .sort()
    .join('、'),
});
