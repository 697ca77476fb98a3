import { DomainError } from './domain-error';
import { likePattern } from './keyset';

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
  anywhere: (s: string) => `${s}.title || E'\\n' || ${s}.body`,
};
export type Within = keyof typeof TEXTS;

/** Says that the text of a row `s` of a search table contains the words; its value is `patterns`. */
export const containsWords = (s: string, within: Within) => `(${TEXTS[within](s)}) LIKE ALL (?::text[])`;
export const patterns = (words: readonly string[]) => words.map(likePattern);

/** The same, found by index: pairs lead to candidates, the words decide. Its values are `sought`. */
export const findsWords = (s: string, within: Within) =>
  `search_pairs(${TEXTS[within](s)}) @> search_pairs(?) AND ${containsWords(s, within)}`;
export const sought = (words: readonly string[]) => [words.join(' '), patterns(words)] as const;

/** The search tables and the column that names the row searched. */
const SUBJECTS = { task_search: 'task_id', problem_search: 'problem_id', report_passage: 'report_id' } as const;

/** The ids of the rows that contain the words, as a sub-query; its values are `sought`. */
export const idsWithWords = (table: keyof typeof SUBJECTS) =>
  `SELECT s.${SUBJECTS[table]} FROM ${table} s WHERE ${findsWords('s', 'anywhere')}`;
