import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { addDays } from '#language/day';
import type { Actor } from '#organisation/actor';
import { Clock } from '#platform/clock';
import { DomainError } from '#platform/domain-error';
import { record, type Doer } from '#platform/history';
import type { Change } from '#platform/history.entity';
import { verifyHistory, type Checkpoint, type Verification } from '#platform/history-verification';
import { Settings } from '#platform/settings';
import type { ListHistory } from './audit.dto';
import type { HistoryPage, VerifiedHistory } from './audit.view';
import { listDeeds } from './deed-list';
import { readFingerprint, shownFingerprint } from './fingerprint';

/** Deeds on the history as a whole have no subject of their own. */
const HISTORY = { subject: 'history', subjectId: '00000000-0000-0000-0000-000000000000' } as const;
/** Days that are shown when nothing else is asked for. */
const DAYS = 30;

/** The audit log 操作日志: what everybody did, and the proof that nothing was altered. */
@Injectable()
export class AuditService {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly settings: Settings,
  ) {}

  /**
   * Deeds on what belonged to the units that `actor` audits; all of them when he audits the whole organisation.
   * Reading is a deed itself: once for each filter in a quarter of an hour, however many pages of it are turned.
   */
  list(actor: Actor, { from, to, ...ask }: ListHistory): Promise<HistoryPage> {
    const today = this.clock.today();
    const asked = { ...ask, from: from ?? addDays(to ?? today, -DAYS), to: to ?? today };
    return this.db.transaction(async (tx) => {
      const page = await listDeeds(tx, auditedUnits(actor), asked, this.settings.timeZone);
      await rememberReading(tx, actor, asked);
      return page;
    });
  }

  /** Throws history.fingerprint when no verification left this fingerprint. */
  async verifySince(actor: Actor, written?: string): Promise<VerifiedHistory> {
    const since = written === undefined ? undefined : await this.checkpoint(written);
    const { checkpoint, ...found } = await this.verify(actor, since);
    return {
      ...found,
      intact: isIntact(found),
      fingerprint: checkpoint && shownFingerprint(checkpoint.fingerprint),
    };
  }

  /** Verifies the history, and puts the verification on record with the fingerprint that it gave. */
  async verify(doer: Doer | Actor, since?: Checkpoint): Promise<Verification> {
    const found = await verifyHistory(this.db.manager, since);
    const { checkpoint, rows, faultCount } = found;
    // A damaged head cannot be written behind.
    if (checkpoint) {
      const changes = [
        { field: 'fingerprint', from: null, to: shownFingerprint(checkpoint.fingerprint) },
        { field: 'numbers', from: null, to: checkpoint.numbers.join(' ') },
      ];
      const reason = isIntact(found)
        ? `完整，共 ${rows} 条`
        : `发现问题 ${faultCount + Number(found.continues === false)} 处`;
      await this.db.transaction((tx) =>
        record(tx, doer, { ...HISTORY, action: 'verify', changes, reason, unitId: homeOf(doer) }),
      );
    }
    return found;
  }

  /** The state of the history when a verification gave this fingerprint. Throws history.fingerprint. */
  async checkpoint(written: string): Promise<Checkpoint> {
    const fingerprint = readFingerprint(written);
    const [row] = await this.db.query<{ changes: Change[] }[]>(
      `SELECT changes FROM history WHERE subject_id = $1 AND action = 'verify' AND changes @> $2 LIMIT 1`,
      [HISTORY.subjectId, JSON.stringify([{ field: 'fingerprint', to: shownFingerprint(fingerprint) }])],
    );
    const numbers = row?.changes.find(({ field }) => field === 'numbers')?.to;
    if (!numbers) {
      const message = '操作日志中没有留下这个指纹的校验记录。请核对指纹；如确认无误，说明当时的日志已被改动。';
      throw new DomainError('unknown', 'history.fingerprint', message);
    }
    return { fingerprint, numbers: numbers.split(' ').map(Number) };
  }
}

/** Nothing altered, nothing missing, and the earlier day still part of it. */
export const isIntact = ({ faultCount, continues }: Pick<Verification, 'faultCount' | 'continues'>): boolean =>
  faultCount === 0 && continues !== false;

const homeOf = (doer: Doer | Actor): string | undefined => ('homeFor' in doer ? doer.homeFor('audit.read') : undefined);

/** The units whose deeds `actor` may read; null for the whole organisation, with what belongs to no unit. */
const auditedUnits = (actor: Actor): string[] | null =>
  actor.everywhere('audit.read') ? null : actor.unitsFor('audit.read');

async function rememberReading(tx: EntityManager, actor: Actor, asked: ListHistory): Promise<void> {
  const { cursor: _cursor, limit: _limit, ...filter } = asked;
  const changes = Object.entries(filter).flatMap(([field, to]) => (to ? [{ field, from: null, to }] : []));
  const [{ known }] = await tx.query<{ known: boolean }[]>(
    `SELECT EXISTS (SELECT 1 FROM history WHERE actor_id = $1 AND at > now() - interval '15 minutes'
       AND subject = 'history' AND action = 'read' AND changes = $2) AS known`,
    [actor.personId, JSON.stringify(changes)],
  );
  if (!known) await record(tx, actor, { ...HISTORY, action: 'read', changes, unitId: actor.homeFor('audit.read') });
}
