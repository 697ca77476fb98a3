import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { Actor } from '#organisation/actor';
import { DomainError } from '#platform/domain-error';
import { record } from '#platform/history';
import type { UndeliverableView } from './undeliverable.view';

/** Nobody works through more at one sitting; the newest come first. */
const MOST = 500;

/** Refused addresses with whoever has them now among the people of units $1; null: of all, and those of nobody. */
const ADDRESSES = `SELECT a.address, a.answer, a.since,
    coalesce(json_agg(json_build_object('id', p.id, 'name', p.name) ORDER BY p.name, p.id) FILTER (WHERE p.id IS NOT NULL), '[]')
      AS people
  FROM undeliverable_address a
  LEFT JOIN person p ON lower(p.email) = a.address AND p.active AND ($1::uuid[] IS NULL
    OR EXISTS (SELECT 1 FROM role_grant g WHERE g.person_id = p.id AND g.unit_id = ANY($1::uuid[]))
    OR EXISTS (SELECT 1 FROM position o WHERE o.person_id = p.id AND o.unit_id = ANY($1::uuid[])))`;

type Row = Omit<UndeliverableView, 'since'> & { since: Date };

/** 退信地址: nothing is sent there until somebody has corrected the address or says that it works again. */
@Injectable()
export class UndeliverableService {
  constructor(private readonly db: DataSource) {}

  list(actor: Actor): Promise<UndeliverableView[]> {
    return addresses(this.db.manager, actor);
  }

  /** Lets mails go to the address again. Throws address.unknown. */
  enable(actor: Actor, given: string): Promise<void> {
    const address = given.trim().toLowerCase();
    return this.db.transaction(async (tx) => {
      const [known] = await addresses(tx, actor, address);
      if (!known) {
        const message = '没有这个退信地址，或使用它的人不在您的管理范围内；可能已被其他人重新启用。';
        throw new DomainError('unknown', 'address.unknown', message);
      }
      await tx.query('DELETE FROM undeliverable_address WHERE address = $1', [address]);
      const deeds = known.people.map(({ id }) => ({
        ...{ subject: 'person' as const, subjectId: id, action: 'mail-again' },
        changes: [{ field: 'email', from: `${address}（退信）`, to: address }],
      }));
      await record(tx, actor, ...deeds);
    });
  }
}

async function addresses(db: EntityManager, actor: Actor, address?: string): Promise<UndeliverableView[]> {
  const units = actor.everywhere('organisation.manage') ? null : actor.unitsFor('organisation.manage');
  const rows = await db.query<Row[]>(
    `${ADDRESSES} WHERE $2::text IS NULL OR a.address = $2 GROUP BY a.address
     HAVING $1::uuid[] IS NULL OR count(p.id) > 0 ORDER BY a.since DESC, a.address LIMIT ${MOST}`,
    [units, address ?? null],
  );
  return rows.map(({ since, ...row }) => ({ ...row, since: since.toISOString() }));
}
