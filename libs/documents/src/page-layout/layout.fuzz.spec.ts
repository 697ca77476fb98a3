import * as fc from 'fast-check';
import { layoutPage } from './layout-page';
import type { PageContent, Piece, Rule } from './page-content';
import { paragraphsOf } from './paragraphs';
import { SamplePage } from './sample-page';

const length = fc.oneof(
  fc.integer({ min: -50, max: 900 }),
  fc.double({ min: -1e6, max: 1e6, noNaN: true }),
  fc.constantFrom(0, 80, 81, 82),
);
const piece: fc.Arbitrary<Piece> = fc.record({
  text: fc.oneof(fc.constantFrom('任', '务', '，', ' ', '　', '1', 'a', '（', '•', ''), fc.string({ maxLength: 4 })),
  x: length,
  y: length,
  width: fc.constantFrom(0, 5, 8, 16, 300),
  size: fc.constantFrom(0, 0.01, 8, 10, 16, 16, 22, 1e5),
});
const rule: fc.Arbitrary<Rule> = fc.tuple(length, length, length, fc.boolean()).map(([from, to, at, level]) => {
  const [low, high] = [Math.min(from, to), Math.max(from, to)];
  return level ? { x0: low, x1: high, y0: at, y1: at } : { x0: at, x1: at, y0: low, y1: high };
});
const pages: fc.Arbitrary<PageContent[]> = fc
  .array(fc.tuple(fc.array(piece, { maxLength: 120 }), fc.array(rule, { maxLength: 30 })), {
    minLength: 1,
    maxLength: 4,
  })
  .map((contents) =>
    contents.map(([pieces, rules], at) => ({ number: at + 1, width: 595, height: 842, pieces, rules })),
  );

describe('the layout of pages', () => {
  it('takes any pieces and lines, alike each time', () => {
    fc.assert(
      fc.property(pages, (contents) => {
        const once = paragraphsOf(contents.map(layoutPage));
        expect(paragraphsOf(contents.map(layoutPage))).toEqual(once);
      }),
      { numRuns: 300, seed: 3 },
    );
  });

  it.each<[string, (sample: SamplePage, at: number) => void]>([
    ['characters in one place', (sample) => sample.text('务', 100, 100)],
    ['characters in one line', (sample, at) => sample.text('务', at, 100, 1)],
    ['characters below each other', (sample, at) => sample.text('务', 100, at / 100, 0.01)],
    ['crossing lines', (sample, at) => sample.rule(at / 100, 0, at / 100, 800).rule(0, at / 100, 500, at / 100)],
    ['columns without lines', (sample, at) => sample.text('务', (at % 50) * 11, 100 + Math.floor(at / 50), 1)],
  ])('takes fifty thousand %s', (_what, add) => {
    const sample = new SamplePage();
    for (let at = 0; at < 50_000; at++) add(sample, at);
    sample.text('完成', 100, 100);
    expect(paragraphsOf([layoutPage(sample.content)]).paragraphs.length).toBeGreaterThan(0);
  });
});
