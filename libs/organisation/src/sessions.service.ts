import { createHash, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DataSource, LessThan, Not } from 'typeorm';
import { Clock } from '#platform/clock';
import { DomainError } from '#platform/domain-error';
import { record } from '#platform/history';
import { prepared } from '#platform/prepared';
import { Actor } from './actor';
import { ActorCache } from './actor-cache';
import { loadActor } from './actor-loader';
import { checkNewPassword, hashPassword, verifyPassword } from './passwords';
import { Person } from './person.entity';
import { Session } from './session.entity';
import type { ChangePassword, SignIn } from './session.dto';
import type { Me } from './session.view';
import { SignInLimiter } from './sign-in-limiter';

const HOUR = 3_600_000;
/** Without a request for so long, one has to sign in again. */
const IDLE = 12 * HOUR;
/** After so long in any case. */
const LONGEST = 7 * 24 * HOUR;
/** How often the time of the last request is written. */
const TOUCH = 300_000;

const hashOf = (token: string) => createHash('sha256').update(token).digest('hex');

interface LiveSession {
  id: string;
  name: string;
  mustChangePassword: boolean;
  expiresAt: Date;
  lastSeenAt: Date;
  revision: string;
}

const LIVE_SESSION =
  prepared(`SELECT p.id, p.name, p.must_change_password AS "mustChangePassword", s.expires_at AS "expiresAt",
    s.last_seen_at AS "lastSeenAt", (SELECT number FROM organisation_revision) AS revision
  FROM session s JOIN person p ON p.id = s.person_id AND p.active WHERE s.token_hash = $1`);

/** Signing in and out, with sessions kept on the server. */
@Injectable()
export class SessionsService {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly limiter: SignInLimiter,
    private readonly actors: ActorCache,
  ) {}

  /** The token for the cookie. Throws session.wrong-password or session.too-many-attempts. */
  async signIn(ask: SignIn, from: { address: string; userAgent: string | null }): Promise<string> {
    const login = ask.login.trim().toLowerCase();
    await this.limiter.attempt(login, from.address);
    const person = await this.db.manager.findOne(Person, {
      where: { login, active: true },
      select: { id: true, name: true, passwordHash: true },
    });
    if (!(await verifyPassword(person?.passwordHash ?? null, ask.password)) || !person) {
      throw new DomainError('unauthenticated', 'session.wrong-password', '登录名或密码不正确，请检查后重试。');
    }
    await this.limiter.succeeded(login, from.address);
    const token = randomBytes(32).toString('base64url');
    const now = this.clock.now();
    const forgotten = new Date(now.getTime() - IDLE);
    await this.db.manager.delete(Session, { personId: person.id, lastSeenAt: LessThan(forgotten) });
    await this.db.manager.insert(Session, {
      tokenHash: hashOf(token),
      personId: person.id,
      createdAt: now,
      lastSeenAt: now,
      expiresAt: new Date(now.getTime() + LONGEST),
      userAgent: from.userAgent,
    });
    return token;
  }

  /** Who holds this token; null when it is none, or has run out. One query for every request that there is. */
  async actor(token: string): Promise<Actor | null> {
    const now = this.clock.now();
    const tokenHash = hashOf(token);
    const [session] = await this.db.query<LiveSession[]>(LIVE_SESSION, [tokenHash]);
    if (!session || session.expiresAt <= now) return null;
    const idle = now.getTime() - session.lastSeenAt.getTime();
    if (idle > IDLE) return null;
    if (idle > TOUCH) await this.db.manager.update(Session, tokenHash, { lastSeenAt: now });
    return this.actors.actor(session, session.revision, this.clock.today());
  }

  /** Which of these tokens are still those of sessions. To look does not prolong them, as a request does. */
  async living(tokens: readonly string[]): Promise<Set<string>> {
    const now = this.clock.now();
    const rows = await this.db.query<{ hash: string }[]>(
      `SELECT s.token_hash AS hash FROM session s JOIN person p ON p.id = s.person_id AND p.active
       WHERE s.token_hash = ANY($1) AND s.expires_at > $2 AND s.last_seen_at >= $3`,
      [tokens.map(hashOf), now, new Date(now.getTime() - IDLE)],
    );
    const hashes = new Set(rows.map(({ hash }) => hash));
    return new Set(tokens.filter((token) => hashes.has(hashOf(token))));
  }

  /** The active person with this login, for commands at the server itself; null when there is none. */
  async actorOf(login: string): Promise<Actor | null> {
    const person = await this.db.manager.findOneBy(Person, { login, active: true });
    return person && loadActor(this.db.manager, person, this.clock.today());
  }

  async signOut(token: string): Promise<void> {
    await this.db.manager.delete(Session, { tokenHash: hashOf(token) });
  }

  async me(actor: Actor): Promise<Me> {
    const { id, name, login, email, phone } = await this.db.manager.findOneByOrFail(Person, { id: actor.personId });
    return {
      person: { id, name, login, email, phone },
      mustChangePassword: actor.mustChangePassword,
      roles: actor.grants.map(({ role, unitId, unitName }) => ({ role, unitId, unitName })),
      may: actor.permissions,
      administersAll: actor.everywhere('organisation.manage'),
    };
  }

  /** Changes one's own password and signs every other browser out. Throws password.wrong or password.weak. */
  async changePassword(actor: Actor, token: string, ask: ChangePassword): Promise<Actor> {
    await this.db.transaction(async (tx) => {
      const person = await tx.findOneOrFail(Person, {
        where: { id: actor.personId },
        select: { id: true, login: true, passwordHash: true },
        lock: { mode: 'pessimistic_write' },
      });
      if (!(await verifyPassword(person.passwordHash, ask.current))) {
        const message = '原密码不正确，请重新输入。';
        throw new DomainError('invalid', 'password.wrong', message, [{ field: 'current', message }]);
      }
      checkNewPassword(ask.next, ask.current, person.login);
      const changed = { passwordHash: await hashPassword(ask.next), mustChangePassword: false };
      await tx.update(Person, person.id, changed);
      await tx.delete(Session, { personId: person.id, tokenHash: Not(hashOf(token)) });
      await record(tx, actor, { subject: 'person', subjectId: person.id, action: 'change-password' });
    });
    return new Actor(actor.personId, actor.name, false, actor.grants, actor.represents);
  }
}
