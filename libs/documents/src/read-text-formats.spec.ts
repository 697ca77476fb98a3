import { Workbook } from 'exceljs';
import fc from 'fast-check';
import { strToU8 } from 'fflate';
import * as iconv from 'iconv-lite';
import { DocumentError, type ReadDocument } from './document.types';
import { readDocument } from './read-document';

const REPORT = '区教育局工作汇报\n一、存在的问题\n食堂进度偏慢。\n二、下一步工作\n11月底前完成整改。\n';
const PAGE =
  '<!DOCTYPE html><html><head><meta charset="gb2312"><title>工作汇报</title></head><body><ul><li><a href="/">首页</a></ul><div><h1>工作汇报</h1><p>一、问题<br>食堂&nbsp;进度偏慢。</p><ol><li>整改</ol><table><tr><th rowspan=2>任务<th>时限<tr><td>6月底</table></div></body></html>';
const CSV = '序号,工作任务,责任单位\n1,"培训，\n含骨干",区教育局\n2,改造食堂,区财政局\n';
const MARKDOWN =
  '# 工作汇报\n\n## 一、问题\n\n- 食堂**进度**偏慢\n\n|任务|时限|\n|---|---|\n|培训|6月底|\n\n```\n甲\n```\n<b>乙</b>\n';
const SAMPLES = [REPORT, PAGE, CSV, MARKDOWN];
const ENCODINGS = ['utf-8', 'gb18030', 'utf16le', 'utf16-be', 'big5'];

const encoded = fc
  .tuple(fc.constantFrom(...SAMPLES), fc.constantFrom(...ENCODINGS))
  .map(([text, encoding]) => Uint8Array.from(iconv.encode(text, encoding)));
const cut = fc
  .tuple(encoded, fc.double({ min: 0, max: 1, noNaN: true }), fc.double({ min: 0, max: 1, noNaN: true }))
  .map(([bytes, from, to]) =>
    bytes.slice(Math.floor(Math.min(from, to) * bytes.length), Math.ceil(Math.max(from, to) * bytes.length)),
  );
const joined = fc.array(cut, { minLength: 1, maxLength: 4 }).map((parts) => Uint8Array.from(Buffer.concat(parts)));
const spoilt = fc.tuple(joined, fc.array(fc.tuple(fc.nat(), fc.nat(255)), { maxLength: 8 })).map(([bytes, flips]) => {
  for (const [at, byte] of flips) if (bytes.length > 0) bytes[at % bytes.length] = byte;
  return bytes;
});
/** What formats are made of, in any order. */
const crumbs = fc
  .array(
    fc.constantFrom(
      ...[
        '<html>',
        '<table>',
        '<tr>',
        '<td>',
        '</td>',
        '</table>',
        '<p>',
        '<br>',
        '<ul><li>',
        '<b>',
        '</b>',
        '<!--',
        '&#0;',
        '&nbsp;',
      ],
      ...['# ', '\n## ', '\n- ', '\n|a|b|\n|---|---|\n|c|', '**', '```\n', '\n\n', '[甲](乙)', '\n> '],
      ...[
        '序号,姓名,单位\n',
        ',',
        '"',
        '\t',
        ';',
        '\r\n',
        '甲',
        '问题。',
        '1',
        ' ',
        '　',
        '\u200b',
        '\ufffd',
        '\0',
        '𠮷',
      ],
    ),
    { maxLength: 40 },
  )
  .map((parts) => strToU8(parts.join('')));
const anything = fc.uint8Array({ maxLength: 300 }).map((bytes) => Uint8Array.from(bytes));
const unicode = fc.string({ unit: 'binary', maxLength: 200 }).map((text) => strToU8(text));

async function answer(bytes: Uint8Array): Promise<ReadDocument | string> {
  return readDocument(bytes).catch((error: unknown) => {
    if (error instanceof DocumentError) return `${error.code} ${error.message}`;
    throw error;
  });
}

it.each([
  ['any bytes', anything],
  ['any characters', unicode],
  ['pieces of texts in any encoding', joined],
  ['damaged texts', spoilt],
  ['crumbs of all formats', crumbs],
])('%s are read or refused, the same way twice, and the text is the paragraphs', async (_what, some) => {
  await fc.assert(
    fc.asyncProperty(some, async (bytes) => {
      const read = await answer(bytes);
      expect(await answer(bytes.slice())).toEqual(read);
      if (typeof read === 'string') {
        expect(read).toMatch(/^document\.[a-z-]+ [^。]*。$/);
        return;
      }
      expect(read.text).toBe(read.paragraphs.map(({ text }) => text).join('\n'));
      expect(read.text).not.toMatch(/[\0\r]/);
      expect(read.text).not.toMatch(/\p{Surrogate}/u);
    }),
    { numRuns: 300 },
  );
});

it('tells how many places could not be decoded', async () => {
  const bytes = Uint8Array.from(iconv.encode(REPORT.repeat(50).trimEnd(), 'gb18030'));
  const { notes, text } = await readDocument(bytes.slice(0, -1));
  expect(notes).toEqual(['文件中有 1 处乱码，请与原件核对。']);
  expect(text.endsWith('\uFFFD')).toBe(true);
});

it('reads a page in GB18030 by what it declares', async () => {
  const { format, text } = await readDocument(Uint8Array.from(iconv.encode(PAGE, 'gb18030')));
  expect(format).toBe('html');
  expect(text.split('\n').slice(-6)).toEqual(['一、问题', '食堂 进度偏慢。', '1. 整改', '任务', '时限', '6月底']);
});

it.each([
  [
    'a page with its pictures',
    'MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="x"\r\n\r\n<html>',
    /MHTML/,
  ],
  ['XML', '<?xml version="1.0"?>\n<w:wordDocument xmlns:w="urn:w">汇报</w:wordDocument>', /XML 文件/],
])('%s is refused with advice', async (_what, text, message) => {
  const read = await answer(strToU8(text));
  expect(read).toMatch(message);
  expect(read).toMatch(/^document\.unsupported .*\.docx.*。$/);
});

describe('large files', () => {
  const ROWS = Array.from({ length: 10_000 }, (_none, at) => [
    String(at + 1),
    `完成第${at + 1}项整改`,
    '区教育局',
    '6月底',
  ]);
  const HEAD = ['序号', '工作任务', '责任单位', '完成时限'];
  it('a text of 5 MB', async () => {
    const text = REPORT.repeat(Math.ceil((5 << 20) / strToU8(REPORT).length));
    expect((await readDocument(strToU8(text))).text).toBe(text);
  });
  it('a single line of 1 MB', async () => {
    const line = '统筹推进各项工作，确保按期完成。'.repeat(22_000);
    expect((await readDocument(strToU8(line))).paragraphs).toEqual([{ text: line }]);
  });
  it.each<[string, () => Uint8Array | Promise<Uint8Array>]>([
    ['csv', () => strToU8([HEAD, ...ROWS].map((row) => row.join(',')).join('\n'))],
    ['md', () => strToU8([HEAD, HEAD.map(() => '---'), ...ROWS].map((row) => `|${row.join('|')}|`).join('\n'))],
    [
      'html',
      () =>
        strToU8(
          `<table>${[HEAD, ...ROWS].map((row) => `<tr><td>${row.join('</td><td>')}</td></tr>`).join('')}</table>`,
        ),
    ],
    [
      'xlsx',
      async () => {
        const workbook = new Workbook();
        workbook.addWorksheet('任务').addRows([HEAD, ...ROWS]);
        return Uint8Array.from(Buffer.from(await workbook.xlsx.writeBuffer()));
      },
    ],
  ])('a table of 10,000 rows in %s', async (format, bytes) => {
    const read = await readDocument(await bytes());
    expect(read.format).toBe(format);
    expect(read.paragraphs).toHaveLength(40_004);
    expect(read.paragraphs[40_003]).toEqual({ text: '6月底', cell: { table: 0, row: 10_000, column: 3 } });
  });
});
