/** The characters of Wingdings that documents use, by their code in the font: ticks, boxes, circled numbers, arrows. */
const WINGDINGS: Readonly<Record<number, string>> = {
  0x28: '☎',
  0x2a: '✉',
  0x6c: '●',
  0x6e: '■',
  0x6f: '□',
  0x71: '❑',
  0x72: '❒',
  0x75: '◆',
  0x76: '❖',
  0xa1: '○',
  0xa7: '▪',
  0xa8: '□',
  0xab: '★',
  0xd8: '➢',
  0xdf: '←',
  0xe0: '→',
  0xe1: '↑',
  0xe2: '↓',
  0xfb: '✗',
  0xfc: '✓',
  0xfd: '☒',
  0xfe: '☑',
  ...row(0x81, '①②③④⑤⑥⑦⑧⑨⑩'),
  ...row(0x8c, '❶❷❸❹❺❻❼❽❾❿'),
};
const WINGDINGS_2: Readonly<Record<number, string>> = {
  0x4f: '✗',
  0x50: '✓',
  0x51: '☒',
  0x52: '☑',
  0x53: '☒',
  0x97: '●',
  0xa3: '□',
  ...row(0x6a, '①②③④⑤⑥⑦⑧⑨⑩'),
  ...row(0x75, '❶❷❸❹❺❻❼❽❾❿'),
};
const SYMBOL: Readonly<Record<number, string>> = {
  0xa3: '≤',
  0xa5: '∞',
  0xac: '←',
  0xad: '↑',
  0xae: '→',
  0xaf: '↓',
  0xb0: '°',
  0xb1: '±',
  0xb3: '≥',
  0xb4: '×',
  0xb8: '÷',
  0xb9: '≠',
  0xbb: '≈',
  0xd6: '√',
  0xe5: '∑',
  ...row(0x61, 'αβχδεφγηιϕκλμνοπθρστυϖωξψζ'),
};
const FONTS: Readonly<Record<string, Readonly<Record<number, string>>>> = {
  wingdings: WINGDINGS,
  'wingdings 2': WINGDINGS_2,
  symbol: SYMBOL,
};

/** What a symbol font draws for a code: ✓ for 0xFC of Wingdings, • for symbols not in these tables. Codes outside the symbol area are characters as they are. */
export function symbol(font: string | undefined, code: number): string {
  const known = FONTS[font?.toLowerCase() ?? ''];
  if (known === undefined && !isPrivate(code)) return isCharacter(code) ? String.fromCodePoint(code) : '';
  return (known ?? WINGDINGS)[code & 0xff] ?? '•';
}

/** A text with the characters of the symbol area shown as their font draws them. */
export function withSymbols(text: string, font: string | undefined): string {
  return /[\uf020-\uf0ff]/.test(text)
    ? text.replace(/[\uf020-\uf0ff]/g, (char) => symbol(font, char.charCodeAt(0)))
    : text;
}

function isPrivate(code: number): boolean {
  return code >= 0xf020 && code <= 0xf0ff;
}

function isCharacter(code: number): boolean {
  return code >= 0x20 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff);
}

function row(from: number, characters: string): Record<number, string> {
  return Object.fromEntries([...characters].map((character, at) => [from + at, character]));
}
