import { xmlText } from '../written-table';

/** Characters that one cell of Excel holds. */
const MOST = 32_767;

/** What spreadsheets may take for the beginning of a formula, in full width too. */
const FORMULA = /^\s*[=+\-@＝＋－＠]|^[\t\r\n]/;

/**
 * A text that stays a text wherever its cell goes, also over CSV or the clipboard: what could begin a formula gets an
 * apostrophe before it (OWASP, CSV Injection).
 */
export function harmlessText(text: string): string {
  const kept = xmlText(text);
  const safe = FORMULA.test(kept) ? `'${kept}` : kept;
  return safe.length > MOST ? `${safe.slice(0, MOST - 1)}…` : safe;
}
