import type { EntityManager } from 'typeorm';
import type { Actor } from '#organisation/actor';
import { Conditions } from '#platform/conditions';
import { containsWords, findsWords, type Within } from '#platform/search-words';
import type { Searched } from './searched';

/** Rows that may be looked through one by one, in some ten milliseconds. */
const FEW = 5_000;
/** Rows looked through for a common word by a person who sees only a part of them. */
const MORE = 50_000;
/** Hits among the newest few rows that make a word a common one. */
const COMMON = 20;

/**
 * Where hits are looked for: among the rows that the person sees, among so many of the newest, or by the index of pairs.
 * No way is quick for all. A common word is soon met among the newest, where the index would give most of the table;
 * the index leads to a rare one; and for a person who sees few rows these few are the shortest way.
 */
export type Candidates = 'seen' | 'pairs' | number;

/** What is searched for, by whom. */
export interface Ask {
  searched: Searched;
  actor: Actor;
  words: readonly string[];
  /** The ways to take one after the other, until one has given enough. The last one gives all. */
  ways: readonly Candidates[];
}

export async function waysFor(
  db: EntityManager,
  searched: Searched,
  actor: Actor,
  words: readonly string[],
): Promise<Ask['ways']> {
  if (await seesFew(db, searched, actor)) return ['seen'];
  return (await isCommon(db, searched, words)) ? [FEW, MORE, 'pairs'] : ['pairs'];
}

/** A report has many passages: who sees few reports does not see few rows. */
async function seesFew(db: EntityManager, { rows, visible, code }: Searched, actor: Actor): Promise<boolean> {
  if (code === null) return false;
  const filter = visible(new Conditions(), actor);
  const more = await db.query<unknown[]>(`SELECT FROM ${rows} ${filter.where} OFFSET ${FEW} LIMIT 1`, filter.values);
  return more.length === 0;
}

async function isCommon(db: EntityManager, { table, keys }: Searched, words: readonly string[]): Promise<boolean> {
  const filter = new Conditions();
  filter.add(containsWords(filter, 's', 'anywhere', words));
  const hits = await db.query<unknown[]>(
    `SELECT FROM ${newest(table, keys, FEW)} s ${filter.where} LIMIT ${COMMON}`,
    filter.values,
  );
  return hits.length === COMMON;
}

const newestFirst = (keys: Searched['keys']) => keys.map(({ sql }) => `${sql} DESC`).join(', ');
const newest = (table: string, keys: Searched['keys'], rows: number, beyond = 'true') =>
  `(SELECT * FROM ${table} s WHERE ${beyond} ORDER BY ${newestFirst(keys)} LIMIT ${rows})`;

/** The sort keys of a hit, which also name it. */
export type HitKey = string[];

export interface Wanted {
  within: Within;
  /** Further conditions, on `s` and on the rows of sight. */
  narrow?: (conditions: Conditions) => void;
  after?: readonly (string | null)[] | null;
  limit: number;
  /** For counting: any of them, which can stop early. */
  anyOrder?: true;
}

/** Hits that the person may see, best first, from one kind of candidates. */
export async function hitsAmong(
  db: EntityManager,
  ask: Ask,
  candidates: Candidates,
  { within, narrow, after, limit, anyOrder }: Wanted,
): Promise<HitKey[]> {
  const { searched, actor, words } = ask;
  const { table, rows, on, keys, visible } = searched;
  const filter = visible(new Conditions(), actor);
  filter.add((candidates === 'pairs' ? findsWords : containsWords)(filter, 's', within, words));
  narrow?.(filter);
  const beyond = after
    ? `(${keys.map(({ sql }) => sql).join(', ')}) < (${keys.map(({ type }, n) => `${filter.value(after[n])}::${type}`).join(', ')})`
    : 'true';
  const source = typeof candidates === 'number' ? newest(table, keys, candidates, beyond) : table;
  filter.add(beyond);
  const found = await db.query<{ key: HitKey }[]>(
    `SELECT ARRAY[${keys.map(({ sql }) => `${sql}::text`).join(', ')}] AS key
     FROM ${source} s JOIN ${rows} ON ${on} ${filter.where} ${anyOrder ? '' : `ORDER BY ${newestFirst(keys)}`} LIMIT ${filter.value(limit)}`,
    filter.values,
  );
  return found.map(({ key }) => key);
}
