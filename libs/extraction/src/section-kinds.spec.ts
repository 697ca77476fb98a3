import { CUES } from './section-kinds';

/** The 汉字 words that a pattern is written with, alone and two together. */
function headingsOf(pattern: RegExp): string[] {
  const words = [...new Set(pattern.source.split(/[^一-鿿]+/).filter(Boolean))];
  return words.flatMap((one) => [one, ...words.map((other) => one + other)]);
}

describe('the cues of headings', () => {
  it.each(CUES.map(({ pattern, signs }) => [pattern, signs] as const))(
    '%s fits no heading without %s',
    (pattern, signs) => {
      const fitting = headingsOf(pattern).filter((heading) => pattern.test(heading));
      expect(fitting.filter((heading) => ![...signs].some((sign) => heading.includes(sign)))).toEqual([]);
    },
  );
});
