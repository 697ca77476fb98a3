import type { EntityManager } from 'typeorm';
import type { Conditions } from '#platform/conditions';
import { decodeCursor, encodeCursor } from '#platform/keyset';
import { containsWords } from '#platform/search-words';
import { hitsAmong, type Ask, type HitKey, type Wanted } from './candidates';

/** Nobody reads a larger number of hits. */
const MOST_COUNTED = 100;

/** What matches best comes first: the number itself, the title, the text. */
const TIERS = ['code', 'title', 'text'] as const;
type Tier = (typeof TIERS)[number];

/** A page of hits, the best first. Throws list.cursor. */
export async function rankedHits(
  db: EntityManager,
  ask: Ask,
  limit: number,
  cursor: string | undefined,
): Promise<{ keys: HitKey[]; nextCursor: string | null }> {
  const [tierReached, ...after] = cursor ? decodeCursor(cursor, ask.searched.keys.length + 1) : [];
  const reached = TIERS.findIndex((tier) => tier === tierReached);
  const hits: { tier: Tier; key: HitKey }[] = [];
  for (const tier of TIERS.slice(Math.max(reached, 0))) {
    const wanted = { after: tier === tierReached ? after : null, limit: limit + 1 - hits.length };
    hits.push(...(await hitsOf(db, ask, tier, wanted)).map((key) => ({ tier, key })));
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
export async function countHits(db: EntityManager, ask: Ask): Promise<number> {
  return (await enough(db, ask, { within: 'anywhere', limit: MOST_COUNTED, anyOrder: true })).length;
}

/** Hits of one tier only. */
async function hitsOf(
  db: EntityManager,
  ask: Ask,
  tier: Tier,
  wanted: Pick<Wanted, 'after' | 'limit'>,
): Promise<HitKey[]> {
  const { searched, words } = ask;
  // The number that may be meant: W2026-00004, typed in any case.
  const code = searched.code !== null && words.length === 1 ? words[0].toUpperCase() : null;
  if (tier === 'code') {
    if (code === null) return [];
    const narrow = (conditions: Conditions) => void conditions.add(`${searched.code} = ?`, code);
    return hitsAmong(db, ask, 'seen', { ...wanted, within: 'anywhere', narrow });
  }
  const narrow = (conditions: Conditions) => {
    if (code !== null) conditions.add(`${searched.code} <> ?`, code);
    if (tier === 'text') conditions.add(`NOT (${containsWords(conditions, 's', 'title', words)})`);
  };
  return enough(db, ask, { ...wanted, within: tier === 'title' ? 'title' : 'anywhere', narrow });
}

async function enough(db: EntityManager, ask: Ask, wanted: Wanted): Promise<HitKey[]> {
  let hits: HitKey[] = [];
  for (const way of ask.ways) {
    hits = await hitsAmong(db, ask, way, wanted);
    if (hits.length === wanted.limit) break;
  }
  return hits;
}
