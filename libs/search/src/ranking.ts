import type { EntityManager } from 'typeorm';
import type { Actor } from '#organisation/actor';
import { Conditions } from '#platform/conditions';
import { decodeCursor, encodeCursor } from '#platform/keyset';
import { containsWords, findsWords, patterns, sought, type Within } from '#platform/search-words';
import type { Searched } from './searched';

/** Nobody reads a larger number of hits. */
const MOST_COUNTED = 100;
/** Rows looked through before the index is asked. A word that many tasks contain is among the newest of them. */
const NEWEST = 5_000;

/** What matches best comes first: the number itself, the title, the text. */
const TIERS = ['code', 'title', 'text'] as const;
type Tier = (typeof TIERS)[number];

/** The sort keys of a hit, which also name it. */
export type HitKey = string[];

export interface Ask {
  searched: Searched;
  actor: Actor;
  words: readonly string[];
}

/** A page of hits, the best first. Throws list.cursor. */
export async function rankedHits(
  db: EntityManager,
  ask: Ask,
  limit: number,
  cursor: string | undefined,
): Promise<{ keys: HitKey[]; nextCursor: string | null }> {
  const { length } = ask.searched.keys;
  const [tierReached, ...keyReached] = cursor ? decodeCursor(cursor, length + 1) : [TIERS[0]];
  const from = TIERS.findIndex((tier) => tier === tierReached);
  const hits: { tier: Tier; key: HitKey }[] = [];
  for (const tier of TIERS.slice(Math.max(from, 0))) {
    const after = tier === tierReached && keyReached.length > 0 ? keyReached : null;
    const found = await hitsOf(db, ask, tier, after, limit + 1 - hits.length);
    hits.push(...found.map((key) => ({ tier, key })));
    if (hits.length > limit) break;
  }
  const shown = hits.slice(0, limit);
  const last = shown.at(-1);
  return {
    keys: shown.map(({ key }) => key),
    nextCursor: hits.length > limit && last ? encodeCursor([last.tier, ...last.key]) : null,
  };
}

/** How many hits there are; 100 means: as many or more. */
export async function countHits(db: EntityManager, { searched, actor, words }: Ask): Promise<number> {
  const filter = searched.visible(new Conditions().add(findsWords('s', 'anywhere'), ...sought(words)), actor);
  const [{ total }] = await db.query<{ total: number }[]>(
    `SELECT count(*)::int AS total FROM (
       SELECT 1 FROM ${searched.table} s ${searched.join} ${filter.where} LIMIT ${MOST_COUNTED}) x`,
    filter.values,
  );
  return total;
}

/**
 * Hits of one tier after the key `after`. A common word fills the page from the newest rows, whose order an index has;
 * for others the index of pairs gives few rows, which are then sorted. Either way alone would read a whole table.
 */
async function hitsOf(
  db: EntityManager,
  ask: Ask,
  tier: Tier,
  after: (string | null)[] | null,
  limit: number,
): Promise<HitKey[]> {
  const code = codeOf(ask);
  if (tier === 'code') {
    return code === null ? [] : hitsFrom(db, ask, new Conditions().add(`${ask.searched.code} = ?`, code), after, limit);
  }
  const within: Within = tier === 'title' ? 'title' : 'anywhere';
  const others = (conditions: Conditions) => {
    if (code !== null) conditions.add(`${ask.searched.code} <> ?`, code);
    if (tier === 'text') conditions.add(`NOT ${containsWords('s', 'title')}`, patterns(ask.words));
    return conditions;
  };
  const among = new Conditions().add(containsWords('s', within), patterns(ask.words));
  const newest = await hitsFrom(db, ask, others(among), after, limit, NEWEST);
  if (newest.length === limit) return newest;
  const found = new Conditions().add(findsWords('s', within), ...sought(ask.words));
  return hitsFrom(db, ask, others(found), after, limit);
}

/** The number that may be meant: W2026-00004, typed in any case. */
const codeOf = ({ searched, words }: Ask) =>
  searched.code !== null && words.length === 1 ? words[0].toUpperCase() : null;

async function hitsFrom(
  db: EntityManager,
  { searched: { table, join, keys, visible }, actor }: Ask,
  conditions: Conditions,
  after: (string | null)[] | null,
  limit: number,
  newest?: number,
): Promise<HitKey[]> {
  const order = keys.map(({ sql }) => `${sql} DESC`).join(', ');
  const beyond =
    after &&
    `(${keys.map(({ sql }) => sql).join(', ')}) < (${keys.map(({ type }, at) => `${conditions.value(after[at])}::${type}`).join(', ')})`;
  const source =
    newest === undefined
      ? `${table} s`
      : `(SELECT * FROM ${table} s ${beyond ? `WHERE ${beyond}` : ''} ORDER BY ${order} LIMIT ${newest}) s`;
  if (beyond && newest === undefined) conditions.add(beyond);
  visible(conditions, actor);
  const rows = await db.query<{ key: HitKey }[]>(
    `SELECT ARRAY[${keys.map(({ sql }) => `${sql}::text`).join(', ')}] AS key
     FROM ${source} ${join} ${conditions.where} ORDER BY ${order} LIMIT ${conditions.value(limit)}`,
    conditions.values,
  );
  return rows.map(({ key }) => key);
}
