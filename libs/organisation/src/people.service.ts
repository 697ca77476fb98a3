import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { Conditions } from '#platform/conditions';
import { changedMeanwhile, DomainError } from '#platform/domain-error';
import { changesBetween, record, type Doer } from '#platform/history';
import { decodeCursor, encodeCursor, likePattern } from '#platform/keyset';
import type { Actor } from './actor';
import { keepAnAdministrator, takeTurn } from './administrators';
import { hashGeneratedPassword, oneTimePassword } from './passwords';
import type { AddPerson, ChangePerson, ListPeople } from './person.dto';
import { Person } from './person.entity';
import { place } from './person-places';
import { loadManaged, refuseManagedElsewhere, refuseNowhere } from './person-scope';
import { personFacts, personViews } from './person-views';
import type { AddedPerson, OneTimePassword, PersonPage, PersonView } from './person.view';
import { Session } from './session.entity';
import { SignInLimiter } from './sign-in-limiter';
import { Responsibilities } from './succession/responsibilities';
import { subtreeOf } from './unit-tree';

const PAGE = 50;
const OWN_FACTS = ['name', 'login', 'email', 'phone', 'active'] as const;

/** A person belongs to the units of his roles and positions. Takes the unit ids twice. */
const BELONGS = `p.id IN (SELECT person_id FROM role_grant WHERE unit_id = ANY(?::uuid[])
  UNION ALL SELECT person_id FROM position WHERE unit_id = ANY(?::uuid[]))`;

/** People, what they are, and where. */
@Injectable()
export class PeopleService {
  constructor(
    private readonly db: DataSource,
    private readonly limiter: SignInLimiter,
    private readonly responsibilities: Responsibilities,
  ) {}

  async list(actor: Actor, ask: ListPeople): Promise<PersonPage> {
    const limit = ask.limit ?? PAGE;
    const scope = actor.unitsFor('organisation.read');
    const filter = new Conditions().add(BELONGS, scope, scope).given(ask.active, 'p.active = ?');
    if (ask.unitId) {
      const subtree = await subtreeOf(this.db.manager, ask.unitId);
      filter.add(BELONGS, subtree, subtree);
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
      rows: await personViews(
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
    const passwordHash = await hashGeneratedPassword(password);
    return this.db.transaction(async (tx) => {
      await takeTurn(tx);
      await this.refuseSameLogin(tx, ask.login);
      const { name, login, email = null, phone = null } = ask;
      const person = await tx.save(Person, { name, login, email: email || null, phone: phone || null, passwordHash });
      await this.responsibilities.follow(tx, actor, await place(tx, actor, person.id, ask));
      await record(tx, actor, { subject: 'person', subjectId: person.id, action: 'create', reason: name });
      const [view] = await personViews(tx, [person.id]);
      refuseNowhere(view);
      return { person: view, oneTimePassword: password };
    });
  }

  /**
   * Throws person.changed, person.login-taken, person.managed-elsewhere, person.nowhere, person.owns-open-items or
   * person.last-administrator. Deactivating ends the sessions.
   */
  async change(actor: Actor, id: string, ask: ChangePerson): Promise<PersonView> {
    return this.db.transaction(async (tx) => {
      await takeTurn(tx);
      const person = await loadManaged(tx, actor, id);
      if (person.version !== ask.version) throw changedMeanwhile('person', '此人的资料');
      const [before] = await personViews(tx, [id]);
      const { name, login, email, phone, active } = ask;
      if (login !== undefined && login !== person.login) await this.refuseSameLogin(tx, login);
      person.name = name ?? person.name;
      person.login = login ?? person.login;
      if (email !== undefined) person.email = email || null;
      if (phone !== undefined) person.phone = phone || null;
      person.active = active ?? person.active;
      if (OWN_FACTS.some((fact) => person[fact] !== before[fact])) refuseManagedElsewhere(actor, before);
      if (before.active && !person.active) await this.refuseOwner(tx, person);
      await this.responsibilities.follow(tx, actor, await place(tx, actor, id, ask));
      await tx.save(person);
      // Roles and positions are part of what `version` stands for.
      if (ask.roles ?? ask.positions) await tx.increment(Person, { id, version: person.version }, 'version', 1);
      if (!person.active) await tx.delete(Session, { personId: id });
      await keepAnAdministrator(tx);
      const [after] = await personViews(tx, [id]);
      refuseNowhere(after);
      await record(tx, actor, {
        subject: 'person',
        subjectId: id,
        action: 'change',
        changes: changesBetween(personFacts(before), personFacts(after)),
      });
      return after;
    });
  }

  /** Sets a new first password, shown once, and signs the person out everywhere. */
  async resetPassword(actor: Actor, id: string): Promise<OneTimePassword> {
    const password = oneTimePassword();
    const passwordHash = await hashGeneratedPassword(password);
    await this.db.transaction(async (tx) => {
      await takeTurn(tx);
      const person = await loadManaged(tx, actor, id);
      const [view] = await personViews(tx, [id]);
      refuseManagedElsewhere(actor, view);
      await this.setFirstPassword(tx, actor, person, passwordHash);
    });
    return { oneTimePassword: password };
  }

  /** The same for whoever can run commands at the server; null when nobody active has this login. */
  async resetAtServer(login: string): Promise<OneTimePassword | null> {
    const password = oneTimePassword();
    const passwordHash = await hashGeneratedPassword(password);
    return this.db.transaction(async (tx) => {
      const person = await tx.findOneBy(Person, { login, active: true });
      if (!person) return null;
      await this.setFirstPassword(tx, { personId: null, name: '服务器命令行' }, person, passwordHash);
      return { oneTimePassword: password };
    });
  }

  private async setFirstPassword(tx: EntityManager, doer: Doer, person: Person, passwordHash: string): Promise<void> {
    await tx.update(Person, person.id, { passwordHash, mustChangePassword: true });
    await tx.delete(Session, { personId: person.id });
    await record(tx, doer, { subject: 'person', subjectId: person.id, action: 'reset-password' });
    await this.limiter.forget(person.login);
  }

  /** Nobody leaves while anything open is his; the lock on his row keeps new tasks from coming meanwhile. */
  private async refuseOwner(tx: EntityManager, { id, name }: Person): Promise<void> {
    const count = await this.responsibilities.openCount(tx, id);
    if (count === 0) return;
    const message = `“${name}”名下还有 ${count} 项未办结事项，不能停用。请先办理工作交接，一次移交给接任人。`;
    throw new DomainError('conflict', 'person.owns-open-items', message);
  }

  private async refuseSameLogin(tx: EntityManager, login: string): Promise<void> {
    if (await tx.existsBy(Person, { login })) {
      const message = `登录名“${login}”已被使用，请换一个。`;
      throw new DomainError('conflict', 'person.login-taken', message, [{ field: 'login', message }]);
    }
  }
}
