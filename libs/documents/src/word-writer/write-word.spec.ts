import { strFromU8, unzipSync } from 'fflate';
import { convert } from '../libre-office/convert';
import { readDocument } from '../read-document';
import { writeWord, type WordSection } from './write-word';

jest.setTimeout(60_000);

const COLUMNS = [
  { title: '序号', width: 3, centred: true },
  { title: '问题', width: 20 },
  { title: '亮灯', width: 6, centred: true },
];
const EVIL = '<w:p>&"台账\u0001空白\ud800</w:p>';
const table = (rows: { text: string; colour?: { ink: string; ground: string } }[][]): WordSection => ({
  sideways: true,
  blocks: [
    { kind: 'caption', text: '问题清单' },
    { kind: 'note', text: '截至 2026-11-25' },
    { kind: 'table', columns: COLUMNS, rows },
  ],
});
const xmlOf = (file: Uint8Array, part = 'word/document.xml') => strFromU8(unzipSync(file)[part]);

describe('a Word document in the layout of GB/T 9704', () => {
  it('reads back as it was given, signs of markup and broken characters harmless', async () => {
    const file = await writeWord('三张清单', [
      {
        blocks: [
          { kind: 'title', text: '整改三张清单' },
          { kind: 'heading', level: 1, text: '一、总体情况' },
          { kind: 'heading', level: 2, text: '（一）基本情况' },
          { kind: 'heading', level: 3, text: '1．问题' },
          { kind: 'paragraph', text: `共有<b>问题</b>2个。${EVIL}` },
        ],
      },
      table([
        [{ text: '1' }, { text: EVIL }, { text: '逾期', colour: { ink: 'B42318', ground: 'FDECEA' } }],
        [{ text: '2' }, { text: '第一行\n第二行' }, { text: '' }],
      ]),
    ]);
    const { paragraphs } = await readDocument(file);
    const clean = '<w:p>&"台账空白</w:p>';
    expect(paragraphs.filter(({ text }) => text !== '').map(({ text, heading }) => [heading ?? '', text])).toEqual([
      [0, '整改三张清单'],
      [1, '一、总体情况'],
      [2, '（一）基本情况'],
      [3, '1．问题'],
      ['', `共有<b>问题</b>2个。${clean}`],
      [1, '问题清单'],
      ['', '截至 2026-11-25'],
      ...['序号', '问题', '亮灯', '1', clean, '逾期', '2', '第一行', '第二行'].map((text) => ['', text]),
    ]);
  });

  it('is the same bytes for the same content and time', async () => {
    const blocks: WordSection['blocks'] = [
      { kind: 'title', text: '报告' },
      { kind: 'number', text: '应急督〔2026〕4号' },
      { kind: 'recipients', text: '区政府：' },
      { kind: 'annexes', titles: ['一览表', '问题清单'] },
      { kind: 'signature', signatory: '区应急管理局', date: '2026年12月31日' },
    ];
    const made = new Date('2026-12-31T02:00:00Z');
    const first = await writeWord('报告', [{ blocks }, table([])], made);
    const year = jest.useFakeTimers({
      now: Date.parse('2031-05-06T07:08:09Z'),
      doNotFake: ['nextTick', 'setImmediate'],
    });
    const second = await writeWord('报告', [{ blocks }, table([])], made);
    year.useRealTimers();
    expect(second.equals(first)).toBe(true);
    expect(xmlOf(first, 'docProps/core.xml')).toContain('2026-12-31T02:00:00Z');
    const { paragraphs } = await readDocument(first);
    expect(paragraphs.map(({ text }) => text).filter(Boolean)).toEqual(
      expect.arrayContaining(['附件：1．一览表', '2．问题清单', '区应急管理局', '2026年12月31日']),
    );
  });

  it('has the margins of the standard, its fonts and page numbers, and lays tables on their side with a repeated head', async () => {
    const file = await writeWord('三张清单', [{ blocks: [{ kind: 'paragraph', text: '正文' }] }, table([])]);
    const xml = xmlOf(file);
    // Twentieths of a point: 37, 26, 35 and 28 mm; on its side the head of the page lies at the binding edge.
    const [upright, sideways] = [
      ...xml.matchAll(/<w:pgMar [^>]*w:top="(\d+)" w:right="(\d+)" w:bottom="(\d+)" w:left="(\d+)"/g),
    ];
    expect(upright.slice(1)).toEqual(['2097', '1474', '1984', '1587']);
    expect(sideways.slice(1)).toEqual(['1587', '2097', '1474', '1984']);
    expect([...xml.matchAll(/<w:pgSz w:w="(\d+)" w:h="(\d+)" w:orient="(\w+)"/g)].map((size) => size.slice(1))).toEqual(
      [
        ['11906', '16838', 'portrait'],
        ['16838', '11906', 'landscape'],
      ],
    );
    expect(xml).toContain('w:eastAsia="仿宋_GB2312"');
    expect(xml).toContain('w:eastAsia="方正小标宋简体"');
    expect(xml).toContain('<w:cantSplit/><w:tblHeader/>');
    const footers = Object.keys(unzipSync(file)).filter((name) => /^word\/footer\d+\.xml$/.test(name));
    expect(xmlOf(file, footers[0])).toMatch(/— .*PAGE.* —/s);
  });

  it('opens in LibreOffice, and long tables go on over pages', async () => {
    const rows = Array.from({ length: 60 }, (_, index) => [
      { text: String(index + 1) },
      { text: '台账空白'.repeat(20) },
      { text: '正常' },
    ]);
    const file = await writeWord('三张清单', [{ blocks: [{ kind: 'paragraph', text: '正文' }] }, table(rows)]);
    const pdf = (await convert(file, 'docx', 'pdf')) as Uint8Array;
    expect(
      Buffer.from(pdf)
        .toString('latin1')
        .match(/\/Type\/Page\b/g)?.length,
    ).toBeGreaterThan(3);
    const text = (await convert(file, 'docx', 'txt')) as Uint8Array;
    expect(Buffer.from(text).toString()).toContain('台账空白'.repeat(20));
  });
});
