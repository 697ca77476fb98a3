import { extract } from './extract';
import type { Extraction } from './extraction.types';

/** A small generator of repeatable chance (mulberry32), so that a failing case can be run again. */
function chance(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

const PIECES = [
  '青石街道2026年上半年安全生产工作总结',
  '一、工作开展情况',
  '二、存在的问题',
  '三、下一步工作打算',
  '（一）压实责任。',
  '1.开展排查，9月底前完成。',
  '一是台账不全；二是反馈偏慢；三是培训不足。',
  '下一步，我街道将加强巡查，年底前销号。',
  '虽然取得了一定成效，但还存在一些不足：',
  '（责任单位：区应急局；完成时限：11月底）',
  '原因主要是：一方面人手紧张，另一方面认识不到位。',
  '1.关于值班值守不规范问题的整改',
  '各位代表！',
  '—— 3 ——',
  '-4-',
  '“未闭合的引号',
  '（（（((([【《',
  '\u202e\u200b\ufeff\u0000',
  '😀👨‍👩‍👧 𠮷野家',
  '\ud800',
  '，。；：！？、',
  '２０２６年１２月底前完成。',
  'é́́́́',
  '',
  '   　　',
  '十',
  '第一，第二，第三，',
  '①②③④⑤',
];

const read = (text: string): Extraction =>
  extract({ text, paragraphs: text.split('\n').map((line) => ({ text: line })) }, { receivedOn: '2026-10-08' });

function check(text: string): Extraction {
  const found = read(text);
  for (const report of found.reports) {
    const reached = new Map<string, number>();
    const sections = new Set(report.sections.map(({ id }) => id));
    expect(report.start).toBeGreaterThanOrEqual(0);
    expect(report.end).toBeLessThanOrEqual(text.length);
    for (const item of report.items) {
      expect(text.slice(item.start, item.end)).toBe(item.text);
      expect(item.start).toBeGreaterThanOrEqual(Math.max(report.start, reached.get(item.kind) ?? 0));
      expect(item.end).toBeGreaterThan(item.start);
      expect(item.end).toBeLessThanOrEqual(report.end);
      expect(sections).toContain(item.sectionId);
      expect(item.confidence).toBeGreaterThan(0);
      expect(item.confidence).toBeLessThanOrEqual(1);
      reached.set(item.kind, item.end);
      for (const part of [...item.measures, ...item.deadlines]) {
        expect(part.start).toBeGreaterThanOrEqual(item.start);
        expect(part.end).toBeLessThanOrEqual(item.end);
      }
      for (const measure of item.measures)
        expect(text.slice(measure.start, measure.end).replace(/\s/g, '')).toContain(
          measure.text.replace(/\s/g, '').slice(0, 4),
        );
    }
  }
  return found;
}

describe('whatever the text', () => {
  it('items lie inside it, are its own words, and never overlap within a kind', () => {
    const next = chance(20261008);
    for (let round = 0; round < 400; round++) {
      const joint = next() < 0.3 ? '' : '\n';
      const text = Array.from(
        { length: 1 + Math.floor(next() * 40) },
        () => PIECES[Math.floor(next() * PIECES.length)],
      ).join(joint);
      const cut = Math.floor(next() * text.length);
      check(next() < 0.5 ? text : text.slice(cut) + text.slice(0, cut));
    }
  });

  it('reading twice gives the same', () => {
    const text = PIECES.join('\n');
    expect(read(text)).toEqual(read(text));
  });

  it('a line of a million characters is read', () => {
    const sentence = '三、下一步工作，年底前完成排查整改，由区应急局牵头；二是加强巡查。';
    expect(check(sentence.repeat(Math.ceil(1_000_000 / sentence.length))).reports).toHaveLength(1);
    check('一是'.repeat(500_000));
    check('（'.repeat(1_000_000));
    check('存在'.repeat(250_000) + '问题');
    check('区教育局、'.repeat(200_000));
  });

  it('numbering without end is read', () => {
    const deep = [
      '三、下一步工作',
      ...Array.from(
        { length: 3000 },
        (_none, at) => `${'一、（一）1.（1）①'.slice(at % 8, (at % 8) + 3)}落实第${at}项任务。`,
      ),
    ];
    check(deep.join('\n'));
    check(['下一步工作：', ...Array.from({ length: 5000 }, () => '1.落实任务。')].join('\n'));
  });

  it('an empty text has no reports and says so', () =>
    expect(read(' \n\n')).toEqual({ reports: [], warnings: ['文件中没有可以识别的文字。'] }));

  it('a report without items is told in a warning', () => {
    const { reports, warnings } = read(
      '青石街道2026年上半年工作总结\n今年上半年，街道召开专题会议5次，走访群众300户。',
    );
    expect(reports[0].items).toEqual([]);
    expect(warnings).toEqual(['《青石街道2026年上半年工作总结》中没有识别出下一步工作或存在的问题，请人工核对。']);
  });
});
