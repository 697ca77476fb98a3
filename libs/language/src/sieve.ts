/**
 * Tells which of several rules can fit a text at all: each rule names characters of which one must stand in the text.
 * One pass over a short text spares most of the patterns. At most 31 rules.
 */
export class Sieve {
  private readonly table = new Int32Array(0x10000);

  /** `signs` in the order of the rules. */
  constructor(signs: readonly string[]) {
    signs.forEach((characters, rule) => {
      for (let at = 0; at < characters.length; at++) this.table[characters.charCodeAt(at)] |= 1 << rule;
    });
  }

  /** The rules that may fit, as bits: `1 << n` for the rule at `n`. */
  rulesFor(text: string): number {
    let rules = 0;
    for (let at = 0; at < text.length; at++) rules |= this.table[text.charCodeAt(at)];
    return rules;
  }
}
