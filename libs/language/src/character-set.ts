/** Characters as a table: one look tells whether a character is among them. For texts looked through often, where a regular expression costs more. */
export class CharacterSet {
  private readonly table = new Uint8Array(0x10000);

  constructor(characters: string) {
    for (let at = 0; at < characters.length; at++) this.table[characters.charCodeAt(at)] = 1;
  }

  /** Whether the character at `at` is one of them; false outside the text. */
  at(text: string, at: number): boolean {
    return at >= 0 && at < text.length && this.table[text.charCodeAt(at)] === 1;
  }

  /** Where the first of them stands between `from` and `to`; -1 when none does. */
  indexIn(text: string, from = 0, to = text.length): number {
    const end = Math.min(to, text.length);
    for (let at = from; at < end; at++) if (this.table[text.charCodeAt(at)] === 1) return at;
    return -1;
  }
}

/** What `\s` matches. */
export const WHITE_SPACE = new CharacterSet(
  '\t\n\v\f\r \u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000\ufeff',
);

/** 政 府 工 作 报 告 without its spaces. */
export function withoutSpaces(text: string): string {
  return WHITE_SPACE.indexIn(text) < 0 ? text : text.replace(/\s+/g, '');
}
