import type { Paragraph } from '../document.types';
import { layoutPage } from './layout-page';
import { paragraphsOf } from './paragraphs';
import { LEFT, RIGHT, SamplePage } from './sample-page';

const page = (number = 1): SamplePage => new SamplePage(number);
const read = (...pages: SamplePage[]): Paragraph[] =>
  paragraphsOf(pages.map(({ content }) => layoutPage(content))).paragraphs;
const texts = (...pages: SamplePage[]): string[] => read(...pages).map(({ text }) => text);

/** Three paragraphs as GB/T 9704 sets them: 27 characters a line, the first line set in by two. */
const FULL = '全区上下坚持以高质量发展为统领扎实推进各项重点工作落地见效不断取';
const PROSE = [`　　${FULL.slice(0, 25)}`, FULL.slice(0, 27), '得新成效。', `　　${FULL.slice(2, 27)}`, '切实增强。'];
const [FIRST, SECOND] = [`${FULL.slice(0, 25)}${FULL.slice(0, 27)}得新成效。`, `${FULL.slice(2, 27)}切实增强。`];

describe('lines of prose', () => {
  it('that were broken for want of room are one paragraph', () =>
    expect(texts(page().lines(PROSE))).toEqual([FIRST, SECOND]));

  it('go on over a page break, page numbers and feet in between', () => {
    const one = page(1).lines(PROSE.slice(0, 2), LEFT, 700).text('— 1 —', 280, 790, 14);
    const two = page(2).lines(PROSE.slice(2), LEFT).text('— 2 —', 280, 790, 14);
    const paragraphs = read(one, two);
    expect(paragraphs.map(({ text }) => text)).toEqual([FIRST, SECOND]);
    expect(paragraphs.map((paragraph) => paragraph.page)).toEqual([1, 2]);
  });

  it('may end early where a number did not fit: 2026年 is not parted', () =>
    expect(texts(page().lines([...PROSE, `　　${FULL.slice(0, 24)}`, '2026年底前完成。']))).toEqual([
      FIRST,
      SECOND,
      `${FULL.slice(0, 24)}2026年底前完成。`,
    ]));

  it('may have punctuation that hangs over the edge', () =>
    expect(texts(page().lines([...PROSE, `　　${FULL.slice(0, 25)}，`, '再接再厉。']))[2]).toBe(
      `${FULL.slice(0, 25)}，再接再厉。`,
    ));

  it('with the next one set in are two paragraphs, though the first fills its line', () =>
    expect(texts(page().lines([...PROSE, `　　${FULL.slice(0, 24)}。`, `　　${FULL.slice(0, 10)}`])).slice(2)).toEqual([
      `${FULL.slice(0, 24)}。`,
      FULL.slice(0, 10),
    ]));

  it('further apart than usual are two paragraphs', () =>
    expect(texts(page().lines(PROSE.slice(1, 2)).lines(PROSE.slice(1, 3), LEFT, 180))).toEqual([
      FULL.slice(0, 27),
      `${FULL.slice(0, 27)}得新成效。`,
    ]));

  it('of a signature stay apart', () =>
    expect(
      texts(
        page()
          .lines(PROSE)
          .text('云川市教育局', RIGHT - 128, 300)
          .text('2026年10月8日', RIGHT - 136, 328),
      ).slice(2),
    ).toEqual(['云川市教育局', '2026年10月8日']));

  it('go on where the text after a number hangs', () =>
    expect(
      texts(
        page()
          .lines(PROSE)
          .text('1.', LEFT, 288)
          .text(FULL.slice(0, 25), LEFT + 32, 288)
          .text('见实效。', LEFT + 32, 316),
      )[2],
    ).toBe(`1. ${FULL.slice(0, 25)}见实效。`));

  it('of Latin words are joined by a space', () =>
    expect(texts(page().lines(['OpenDocument and other formats for the exchange of', 'documents']))).toEqual([
      'OpenDocument and other formats for the exchange of documents',
    ]));
});

describe('characters', () => {
  it('a gap that a program set beside a number is no space; a written space is', () => {
    expect(texts(page().text('于6月底前完成80%', LEFT, 120, 16, 4))).toEqual(['于6月底前完成80%']);
    expect(texts(page().text('完成率为 65%，记者 王某', LEFT, 120))).toEqual(['完成率为 65%，记者 王某']);
  });
  it('words that only a gap parts are parted', () =>
    expect(
      texts(
        page()
          .text('Annual', LEFT, 120)
          .text('Report', LEFT + 53, 120),
      ),
    ).toEqual(['Annual Report']));
  it('printed twice count once', () =>
    expect(
      texts(
        page()
          .text('重点任务', LEFT, 120)
          .text('重点任务', LEFT + 0.4, 120.2),
      ),
    ).toEqual(['重点任务']));
  it('raised ones belong to their line; the number of a note goes', () => {
    const raised = page()
      .text('面积1万m', LEFT, 120)
      .text('2', LEFT + 64, 114, 9)
      .text('，数据', LEFT + 68.5, 120);
    expect(texts(raised.text('1', LEFT + 116.5, 113, 9).text('核实', LEFT + 121, 120))).toEqual([
      '面积1万m2，数据核实',
    ]);
  });
  it('set wide apart in one line are parted by a tab', () =>
    expect(
      texts(
        page()
          .text('签发人：王某', LEFT, 120)
          .text('电话：123', LEFT + 200, 120),
      ),
    ).toEqual(['签发人：王某\t电话：123']));
});

describe('titles and headings', () => {
  const titled = page()
    .centred('云川市人民政府文件', 80, 36)
    .centred('关于2026年前三季度重点工作任务', 140, 22)
    .centred('进展情况的报告', 175, 22)
    .centred('（2026年10月8日）', 205, 16)
    .lines(PROSE, LEFT, 250)
    .text('一、总体情况', LEFT, 400, 18)
    .lines(PROSE, LEFT, 430)
    .text('（一）进度', LEFT, 580, 18)
    .lines(PROSE, LEFT, 610);

  it('over two centred lines are one paragraph, and the title', () => {
    const paragraphs = read(titled);
    expect(paragraphs.slice(0, 3).map(({ text, heading }) => [text, heading])).toEqual([
      ['云川市人民政府文件', undefined],
      ['关于2026年前三季度重点工作任务进展情况的报告', 0],
      ['（2026年10月8日）', undefined],
    ]);
  });
  it('in larger type than the body have a level', () =>
    expect(
      read(titled)
        .filter(({ heading }) => heading === 1)
        .map(({ text }) => text),
    ).toEqual(['一、总体情况', '（一）进度']));
});

describe('running lines', () => {
  it.each(['— 5 —', '-5-', '5', '－5－', '第5页 共9页', '第5页', '5/9', '第 5 页，共 9 页', 'Page 5 of 9', 'Ⅴ'])(
    'a page number %s goes',
    (number) => expect(texts(page().lines(PROSE).text(number, 280, 800, 12))).toEqual([FIRST, SECOND]),
  );
  it('a figure in the text stays', () =>
    expect(texts(page().lines(PROSE).text('2026', LEFT, 400))).toEqual([FIRST, SECOND, '2026']));
  it('a head on most pages goes, whatever its figures; what stands on one page stays', () => {
    const pages = [1, 2, 3].map((number) =>
      page(number)
        .text(`云川市2026年第${number}期简报`, 200, 50, 10)
        .lines(PROSE)
        .text(number === 2 ? '内部资料注意保存' : '', LEFT, 70, 10),
    );
    expect(texts(...pages)).toEqual([FIRST, SECOND, '内部资料注意保存', FIRST, SECOND, FIRST, SECOND]);
  });
  it('what a browser prints around a page goes', () =>
    expect(
      texts(
        page()
          .text('2026/10/8 09:12', 24, 22, 8)
          .lines(PROSE)
          .text('https://www.gov.cn/a.html', 24, 830, 8)
          .text('1/3', 570, 830, 8),
      ),
    ).toEqual([FIRST, SECOND]));
});

describe('columns', () => {
  const left = [
    '　　抓好学习教育，组织专题',
    '研讨十二次以上。',
    '　　严格落实各项制度，做到',
    '令行禁止。',
    '　　抓好问题整改，逐条对账',
  ];
  const right = [
    '销号，确保见到实效。',
    '　　深化改革，激发活力，推',
    '动各项工作再上台阶。',
    '　　加强督促检查，定期通报',
    '进展情况。',
  ];
  it('are read one after the other, below a title over both', () => {
    const both = page().centred('工作简报第一期', 80, 22).lines(left, 60, 120, 16).lines(right, 290, 124, 16);
    expect(texts(both)).toEqual([
      '工作简报第一期',
      '抓好学习教育，组织专题研讨十二次以上。',
      '严格落实各项制度，做到令行禁止。',
      '抓好问题整改，逐条对账销号，确保见到实效。',
      '深化改革，激发活力，推动各项工作再上台阶。',
      '加强督促检查，定期通报进展情况。',
    ]);
  });
});

describe('footnotes', () => {
  it('below a short line stand apart from the text', () => {
    const noted = page()
      .lines(PROSE)
      .rule(LEFT, 700, LEFT + 140, 700)
      .text('1 数据截至三季度末。', LEFT, 715, 10);
    const { paragraphs, footnotes } = paragraphsOf([layoutPage(noted.content)]);
    expect([paragraphs.map(({ text }) => text), footnotes]).toEqual([[FIRST, SECOND], ['数据截至三季度末。']]);
  });
});
