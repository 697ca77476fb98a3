import type { EntityManager } from 'typeorm';
import { ChainWalk, fingerprintOf, type ChainHead, type ChainRow, type Fault } from './history-chain';

/** The state of the history at an earlier verification. */
export interface Checkpoint {
  /** As `fingerprintOf` gave it, whole or its beginning. */
  fingerprint: string;
  /** The newest number of each lane. */
  numbers: readonly number[];
}

export interface Verification {
  rows: number;
  faults: Fault[];
  /** Also those that `faults` has no room for. */
  faultCount: number;
  /** What to write down for a later verification; null when the heads themselves are damaged. */
  checkpoint: Checkpoint | null;
  /** Whether the history of the earlier day is still what it was; null when none was asked about. */
  continues: boolean | null;
}

const BATCH = 2000;

/** The text of a row is put together here once more: the functions of the database may have been altered too. */
const ROWS = `SELECT id, lane, number, hash, jsonb_build_array(
    lane, number, id, (extract(epoch FROM at) * 1000000)::bigint, actor_id, actor_name,
    subject, subject_id, unit_id, action, changes, reason, version)::text AS text
  FROM history WHERE (lane, number) > ($1, $2) ORDER BY lane, number LIMIT ${BATCH}`;

/** Reads the whole history as it is at one moment, a batch at a time, and computes every hash anew. */
export function verifyHistory(db: EntityManager, since?: Checkpoint): Promise<Verification> {
  return db.transaction('REPEATABLE READ', async (tx) => {
    const heads = await tx.query<ChainHead[]>('SELECT lane, number::float8 AS number, hash FROM history_head');
    const walk = new ChainWalk(since?.numbers);
    let batch: ChainRow[];
    let last = { lane: -32_768, number: 0 };
    do {
      batch = await tx.query<ChainRow[]>(ROWS, [last.lane, last.number]);
      for (const row of batch) walk.step({ ...row, number: Number(row.number) });
      last = batch.at(-1) ?? last;
    } while (batch.length === BATCH);
    walk.finish(heads);
    const { rows, faults, faultCount } = walk;
    return {
      ...{ rows, faults, faultCount },
      checkpoint: faults.some(({ kind }) => kind === 'head-altered') ? null : checkpointOf(heads),
      continues: since ? walk.bears(since.fingerprint) : null,
    };
  });
}

function checkpointOf(heads: readonly ChainHead[]): Checkpoint {
  const ordered = heads.toSorted((a, b) => a.lane - b.lane);
  return { fingerprint: fingerprintOf(ordered), numbers: ordered.map(({ number }) => number) };
}
