import { clauses, sentences, type Stretch } from '#language/sentences';

/** What cannot stand at the end of words that are put into a sentence. */
const TRAILING = /[。；，、：;,:.!！?？\s]+$/;

/**
 * The beginning of what somebody wrote, whole sentences or else whole clauses of it, about `most` characters long: a
 * stretch of the text itself without the sign at its end, never a word of our own. A first clause that is longer stays whole.
 */
export function excerpt(text: string, most: number): string {
  const whole = joined(text, sentences(text), most);
  const stretch = whole ?? joined(text, clauses(text), most) ?? clauses(text)[0];
  return stretch ? text.slice(stretch.start, stretch.end).replace(TRAILING, '') : '';
}

/** As many pieces from the first on as fit, up to the end of a line; null when the first does not fit. */
function joined(text: string, pieces: readonly Stretch[], most: number): Stretch | null {
  let fitting: Stretch | null = null;
  for (const { start, end } of pieces) {
    const from: number = fitting?.start ?? start;
    if (end - from > most || (fitting && text.slice(fitting.end, start).includes('\n'))) break;
    fitting = { start: from, end };
  }
  return fitting;
}

const CAUSES = /由于|因为|受[^，。；]{1,20}影响|困难|滞后|原因|制约|不到位|未能|尚未|短缺|不足|卡在|等待/;

/** The first clause-wise whole statement in which somebody says why something is not done; empty when nobody does. */
export function statedCause(text: string, most: number): string {
  const cause = sentences(text).find(({ start, end }) => CAUSES.test(text.slice(start, end)));
  if (!cause) return '';
  const sentence = text.slice(cause.start, cause.end);
  if (sentence.length <= most) return excerpt(sentence, most);
  const first = clauses(sentence).find(({ start, end }) => CAUSES.test(sentence.slice(start, end)));
  return excerpt(sentence.slice(first?.start ?? 0), most);
}
