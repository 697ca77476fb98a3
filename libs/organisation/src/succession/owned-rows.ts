import type { EntityManager } from 'typeorm';
import { DomainError } from '#platform/domain-error';
import { record, type Doer, type Subject } from '#platform/history';
import type { OpenItem, Party, Responsibility } from './responsibilities';

/** Person $2 has a role or a position right in unit `u`, as `PeopleDirectory.isAssignable` asks. */
const MEMBER = `(EXISTS (SELECT 1 FROM role_grant g WHERE g.person_id = $2 AND g.unit_id = u.id)
  OR EXISTS (SELECT 1 FROM position o WHERE o.person_id = $2 AND o.unit_id = u.id))`;
/** Person $2 is leader over unit `u` or one above it, as `PeopleDirectory.leads` asks. */
const LEADER = `EXISTS (
  WITH RECURSIVE above AS (
    SELECT u.id, u.parent_id UNION ALL SELECT w.id, w.parent_id FROM unit w JOIN above a ON w.id = a.parent_id)
  SELECT 1 FROM above a JOIN role_grant g ON g.unit_id = a.id WHERE g.person_id = $2 AND g.role = 'leader')`;

/** What a successor has to be to take something over. */
const ABLE = {
  member: { is: MEMBER, unable: '的人员，不能接办。请一并移交职务或角色，或另选接任人。' },
  leader: { is: LEADER, unable: '的分管领导，不能接任挂点领导。请一并移交角色，或另选接任人。' },
} as const;

/** A way of answering for things that is a column of a table naming the person. */
export interface OwnedRows extends Pick<Responsibility, 'kind' | 'label' | 'noun'> {
  subject: Subject;
  /** The name of the column in the history of its subject. */
  field: string;
  /** The open rows `t` that are of person $1, with the unit `u` of each: the part of a query from FROM on. */
  mine: string;
  successor: keyof typeof ABLE;
  /** Sets the successor on the rows, which are locked. */
  move(tx: EntityManager, ids: readonly string[], from: Party, to: Party): Promise<unknown>;
  /** Whether that makes a new version of the subject. */
  newVersion: boolean;
}

interface Row {
  id: string;
  version: number;
  unitName: string;
  able: boolean;
}

/** The responsibility for such rows. Moving throws succession.not-able when the successor belongs elsewhere. */
export function ownedRows({ move, newVersion, subject, field, successor, mine, ...named }: OwnedRows): Responsibility {
  const { is, unable } = ABLE[successor];
  return {
    ...named,
    open: (db, personId) =>
      db.query<OpenItem[]>(
        `SELECT t.id, t.code, t.title, t.due_on AS "dueOn" FROM ${mine} ORDER BY t.due_on NULLS LAST, t.code`,
        [personId],
      ),
    async handOver(tx: EntityManager, doer: Doer, from: Party, to: Party): Promise<void> {
      const rows = await tx.query<Row[]>(
        `SELECT t.id, t.version, u.name AS "unitName", ${is} AS able FROM ${mine} ORDER BY t.id FOR UPDATE OF t`,
        [from.id, to.id],
      );
      const foreign = [...new Set(rows.filter(({ able }) => !able).map(({ unitName }) => unitName))];
      if (foreign.length > 0) {
        const units = foreign.slice(0, 3).join('、') + (foreign.length > 3 ? `等 ${foreign.length} 个单位` : '');
        const message = `“${to.name}”不是${units}${unable}`;
        throw new DomainError('conflict', 'succession.not-able', message);
      }
      const ids = rows.map(({ id }) => id);
      if (ids.length > 0) await move(tx, ids, from, to);
      await record(
        tx,
        doer,
        ...rows.map(({ id, version }) => ({
          ...{ subject, subjectId: id, action: 'succeed' },
          changes: [{ field, from: from.name, to: to.name }],
          ...(newVersion ? { version: version + 1 } : {}),
        })),
      );
    },
  };
}
