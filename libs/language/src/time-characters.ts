/** What words of time are made of, one bit each. A rule looks at a text only when all the bits it needs are there. */
export const HAS = {
  /** 月 after a numeral, 月底, 月末. */
  month: 1,
  date: 2,
  third: 4,
  end: 8,
  stroke: 16,
  digit: 32,
  quarter: 64,
  /** 半年. */
  half: 128,
  year: 256,
  /** 年内, 日内, 以内. */
  within: 512,
  whole: 1024,
  both: 2048,
  plan: 4096,
  /** 前 after a word of time: 节前, 汛期前, 之前. */
  before: 8192,
  season: 16384,
  once: 32768,
  /** 年 after a digit. */
  datedYear: 65536,
} as const;
type Kind = keyof typeof HAS;

/** Characters that stand for themselves. */
const SINGLE: Partial<Record<Kind, string>> = {
  date: '日号',
  third: '旬',
  end: '底末终结',
  stroke: '-/.至到—~～－–',
  digit: '0123456789０１２３４５６７８９〇',
  quarter: '季',
  year: '年岁',
  whole: '全',
  both: '两',
  plan: '五',
  season: '旺汛采',
  once: '立即',
};
/** Characters that count after certain others only. */
const AFTER: readonly { kind: Kind; character: string; before: string }[] = [
  { kind: 'month', character: '月', before: '0123456789０１２３４５６７８９一二三四五六七八九十本当下个 ' },
  { kind: 'month', character: '底', before: '月' },
  { kind: 'month', character: '末', before: '月' },
  { kind: 'half', character: '年', before: '半' },
  { kind: 'within', character: '内', before: '年月日周天期度季以之' },
  {
    kind: 'before',
    character: '前',
    before: '之以节旦一三八四六七十庆秋明宵午阳假”期届汛冬夏暖学考会开收束除季临来始动产营工馈末选作',
  },
  { kind: 'before', character: '疫', before: '至' },
  { kind: 'datedYear', character: '年', before: '0123456789０１２３４５６７８９' },
];
const KIND_OF = new Int32Array(0x10000);
const PAIRED = new Uint8Array(0x10000);
for (const [kind, characters] of Object.entries(SINGLE)) {
  for (const character of characters) KIND_OF[character.charCodeAt(0)] |= HAS[kind as Kind];
}
const PAIRS = new Map<number, number>();
for (const { kind, character, before } of AFTER) {
  PAIRED[character.charCodeAt(0)] = 1;
  for (const first of before) {
    const pair = first.charCodeAt(0) * 0x10000 + character.charCodeAt(0);
    PAIRS.set(pair, (PAIRS.get(pair) ?? 0) | HAS[kind]);
  }
}

/** The kinds that occur in the text, as bits. */
export function kindsOfCharacters(text: string): number {
  let present = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    present |= KIND_OF[code];
    if (PAIRED[code] === 1 && at > 0) present |= PAIRS.get(text.charCodeAt(at - 1) * 0x10000 + code) ?? 0;
  }
  return present;
}
