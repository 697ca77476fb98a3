const SAMPLE_LINES = 2000;
/** Longer lines are running text. */
const LONGEST = 1000;
const HEADING = /^ {0,3}(#{1,6})[ \t]+\S/;
const FENCE = /^ {0,3}(?:```|~~~)/;
const DELIMITER = /^[ \t]*\|?[ \t]*:?-{2,}:?[ \t]*(?:\|[ \t]*:?-{2,}:?[ \t]*)*\|?[ \t]*$/;
/** What else Markdown is written with; an ordinary report has some of it, but not beside headings of Markdown. */
const OTHER: readonly RegExp[] = [
  /^[ \t]*[-*+][ \t]+\S/,
  /^ {0,3}>[ \t]?\S/,
  FENCE,
  /\*\*[^*\s][^*]*\*\*/,
  /\[[^[\]]+\]\([^()\s]+\)/,
  /`[^`]+`/,
];

/**
 * Whether a text is Markdown: headings written with # beside other signs or other headings of it, or a table with its row of dashes.
 * A report with a lone # at the front of a line is none.
 */
export function looksLikeMarkdown(text: string): boolean {
  const lines = text.split('\n', SAMPLE_LINES);
  let fenced = false;
  let headings = 0;
  let others = 0;
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at];
    if (line.length > LONGEST) continue;
    if (FENCE.test(line)) fenced = !fenced;
    if (fenced && !FENCE.test(line)) continue;
    if (HEADING.test(line)) headings++;
    else if (at > 0 && isTableDelimiter(line, lines[at - 1])) return true;
    else if (OTHER.some((pattern) => pattern.test(line))) others++;
  }
  return headings >= 2 || (headings === 1 && others > 0);
}

/** |---|---| under a row with as many bars. */
function isTableDelimiter(line: string, above: string): boolean {
  if (!line.includes('|') || !above.includes('|') || !DELIMITER.test(line)) return false;
  return columns(line) === columns(above);
}

function columns(line: string): number {
  return line
    .trim()
    .replace(/^\||\|$/g, '')
    .split('|').length;
}
