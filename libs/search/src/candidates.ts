import type { EntityManager } from 'typeorm';
import type { Actor } from '#organisation/actor';
import { Conditions } from '#platform/conditions';
import { containsWords, findsWords, type Within } from '#platform/search-words';
import type { Searched } from './searched';

/** Rows that may be looked through one by one, in some ten milliseconds. */
const FEW = 5_000;

/** What is searched for, by whom. */
export interface Ask {
  searched: Searched;
  actor: Actor;
  words: readonly string[];
  /** Whether the person sees few rows of this kind. */
  seesFew: boolean;
}

/**
 * Where hits are looked for. No way is quick for all: a word that many rows contain is soon met among the newest; the
 * index of pairs leads to a rare one; and for a person who sees few rows these few are the shortest way.
 */
export type Candidates = 'seen' | 'newest' | 'pairs';

/** The ways to take one after the other, until one has given enough. The last one gives all. */
export const waysFor = ({ seesFew }: Ask): readonly Candidates[] => (seesFew ? ['seen'] : ['newest', 'pairs']);

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
  const order = keys.map(({ sql }) => `${sql} DESC`).join(', ');
  const source =
    candidates === 'newest' ? `(SELECT * FROM ${table} s WHERE ${beyond} ORDER BY ${order} LIMIT ${FEW})` : table;
  filter.add(beyond);
  const found = await db.query<{ key: HitKey }[]>(
    `SELECT ARRAY[${keys.map(({ sql }) => `${sql}::text`).join(', ')}] AS key
     FROM ${source} s JOIN ${rows} ON ${on} ${filter.where} ${anyOrder ? '' : `ORDER BY ${order}`} LIMIT ${filter.value(limit)}`,
    filter.values,
  );
  return found.map(({ key }) => key);
}

/** Whether `actor` sees so few rows that they are best looked through. A report has many passages: they never are. */
export async function seesFew(db: EntityManager, { rows, visible, code }: Searched, actor: Actor): Promise<boolean> {
  if (code === null) return false;
  const filter = visible(new Conditions(), actor);
  const more = await db.query<unknown[]>(`SELECT FROM ${rows} ${filter.where} OFFSET ${FEW} LIMIT 1`, filter.values);
  return more.length === 0;
}
