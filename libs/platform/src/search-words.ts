import type { Conditions } from './conditions';
import { DomainError } from './domain-error';

/** The one spelling of the search tables: the SQL function search_text does the same. */
export const spelled = (text: string): string =>
  text.normalize('NFKC').replace(/[A-Z]+/g, (letters) => letters.toLowerCase());

const WORD = /"([^"]+)"|“([^”]+)”|([^\s\0]+)/g;
/** The index knows pairs of neighbouring characters. */
const FINDABLE = /[^\s\0]{2}/u;

/**
 * The words of a search, all of which a text must contain; what stands in quotation marks is one word.
 * Throws search.too-short when a word has fewer than two characters.
 */
export function searchWords(q: string): string[] {
  const words = [...spelled(q).matchAll(WORD)].map(([, straight, curved, bare]) => (straight ?? curved ?? bare).trim());
  const short = words.find((word) => !FINDABLE.test(word));
  if (words.length === 0 || short !== undefined) {
    const which = short ? `“${short}”太短，` : '';
    throw new DomainError('invalid', 'search.too-short', `${which}每个搜索词至少要有相连的两个字，请补充后再搜索。`);
  }
  return [...new Set(words)];
}

const TEXTS = {
  title: (s: string) => `${s}.title`,
  anywhere: (s: string) => `(${s}.title || E'\\n' || ${s}.body)`,
};
export type Within = keyof typeof TEXTS;

/** Says in SQL that the text of row `s` of a search table contains every word. Values go to `to`. */
export const containsWords = (to: Conditions, s: string, within: Within, words: readonly string[]): string =>
  words.map((word) => `strpos(${TEXTS[within](s)}, ${to.value(word)}) > 0`).join(' AND ');

/** The same, found by index: pairs of characters lead to candidates, the words decide. */
export const findsWords = (to: Conditions, s: string, within: Within, words: readonly string[]): string =>
  `search_pairs(${TEXTS[within](s)}) @> search_pairs(${to.value(words.join(' '))}) AND ${containsWords(to, s, within, words)}`;

/** The search tables and the column that names the row searched. */
const SUBJECTS = { task_search: 'task_id', problem_search: 'problem_id', report_passage: 'report_id' } as const;

/** A sub-query for the ids of the rows that contain every word. */
export const idsWithWords = (to: Conditions, table: keyof typeof SUBJECTS, words: readonly string[]): string =>
  `SELECT s.${SUBJECTS[table]} FROM ${table} s WHERE ${findsWords(to, 's', 'anywhere', words)}`;
