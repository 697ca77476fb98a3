/** Kinds of characters that words of time are made of, one bit each. */
export const HAS = {
  month: 1,
  date: 2,
  third: 4,
  end: 8,
  stroke: 16,
  digit: 32,
  quarter: 64,
  half: 128,
  year: 256,
  within: 512,
  whole: 1024,
  both: 2048,
  plan: 4096,
  before: 8192,
  feast: 16384,
  season: 32768,
  once: 65536,
} as const;
const KINDS: Readonly<Record<keyof typeof HAS, string>> = {
  month: '月',
  date: '日号',
  third: '旬',
  end: '底末终结',
  stroke: '-/.至到—~～－–',
  digit: '0123456789０１２３４５６７８９〇',
  quarter: '季',
  half: '半',
  year: '年岁',
  within: '内',
  whole: '全',
  both: '两',
  plan: '五',
  before: '前疫',
  feast: '节旦庆秋明一八四假”',
  season: '旺汛采',
  once: '立即',
};
/** Without one of these a text has no deadline at all. */
export const ANY_TIME =
  HAS.month |
  HAS.quarter |
  HAS.half |
  HAS.year |
  HAS.within |
  HAS.before |
  HAS.stroke |
  HAS.season |
  HAS.once |
  HAS.plan;
const KIND_OF = new Int32Array(0x10000);
for (const [kind, characters] of Object.entries(KINDS)) {
  for (const character of characters) KIND_OF[character.charCodeAt(0)] |= HAS[kind as keyof typeof HAS];
}

/** The kinds that occur in the text, as bits. */
export function kindsOfCharacters(text: string): number {
  let present = 0;
  for (let at = 0; at < text.length; at++) present |= KIND_OF[text.charCodeAt(at)];
  return present;
}
