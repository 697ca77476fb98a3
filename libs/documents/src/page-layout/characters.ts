/** CJK radicals that printing programs write in place of the character that looks the same, where Unicode knows no compatibility mapping. */
const RADICALS = new Map(
  (
    '⺁厂⺇几⺈刀⺊卜⺌小⺍小⺎兀⺒巳⺓幺⺜日⺝月⺟母⺠民⺧牛⺩王⺪疋⺫目⺬示⺮竹⺶羊⺼肉⻁虎⻃西⻄西⻅见⻆角⻉贝⻊足⻋车⻑長⻓长⻔门⻗雨⻘青' +
    '⻙韦⻚页⻛风⻜飞⻝食⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻬齐⻭歯⻮齿⻯竜⻰龙⻱龜⻲亀⻳龟'
  )
    .match(/../gu)
    ?.map((pair): [string, string] => [pair[0], pair[1]]) ?? [],
);
/** Long dashes that are written as several; the places of Wingdings and Symbol that stand for boxes and ticks; whatever else they hold is a bullet. */
const SIGNS: Readonly<Record<string, string>> = {
  '\u2E3A': '——',
  '\u2E3B': '———',
  '\uF06F': '□',
  '\uF071': '□',
  '\uF0A3': '□',
  '\uF0A8': '□',
  '\uF052': '☑',
  '\uF0FE': '☑',
  '\uF0FC': '✓',
};
const ODD =
  /[\u2E3A-\u2FDF\uF000-\uF0FF\uF900-\uFB06\u0000-\u0008\u000B-\u001F\u00A0\u00AD\u200B-\u200F\u2060\uFEFF\uD800-\uDFFF]/;

/** The characters a reader sees, for those that a font wrote: ⼯ (a radical) is 工, a Wingdings place a bullet; invisible ones go. */
export function plainCharacters(text: string): string {
  if (!ODD.test(text)) return text;
  return [...text].map(plain).join('');
}

function plain(character: string): string {
  const radical = RADICALS.get(character);
  if (radical !== undefined) return radical;
  if (/[\u2F00-\u2FDF\uF900-\uFB06]/.test(character)) return character.normalize('NFKC');
  if (/[\uF000-\uF0FF]/.test(character)) return SIGNS[character] ?? '•';
  if (SIGNS[character] !== undefined) return SIGNS[character];
  if (character === '\u00A0') return ' ';
  return /[\u0000-\u0008\u000B-\u001F\u00AD\u200B-\u200F\u2060\uFEFF]|\p{Cs}/u.test(character) ? '' : character;
}

/** Whether the text is written without spaces: 汉字 and the punctuation between them. */
export function isWide(character: string): boolean {
  return /[\p{Script=Han}\u2014\u2018-\u201D\u2026\u00B7\u2460-\u24FF\u25A0-\u27BF\u3000-\u30FF\uFE30-\uFE4F\uFF00-\uFF60]/u.test(
    character,
  );
}

/** Punctuation that no line begins with. */
export function closes(character: string): boolean {
  return /[，。、；：！？）〕】》〉」』”’…％%℃),.;:!?\]}·]/.test(character);
}

/** Brackets that no line ends with. */
export function opens(character: string): boolean {
  return /[（〔【《〈「『“‘([{]/.test(character);
}

/** The last character, a pair of surrogates whole. */
export function lastOf(text: string): string {
  return [...text.slice(-2)].at(-1) ?? '';
}

export function firstOf(text: string): string {
  return [...text.slice(0, 2)][0] ?? '';
}
