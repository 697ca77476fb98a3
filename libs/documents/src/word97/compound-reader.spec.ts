import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { strToU8 } from 'fflate';
import { compoundFile } from '../../../../test/support/compound-file';
import { p, wordFile } from '../../../../test/support/word-markup';
import { ArchiveError, ZipArchive } from '../archive/zip-archive';
import { DocumentError, type ReadParts } from '../document.types';
import { readDocx } from '../docx/docx-file';
import { OfficeError, type Convert } from '../libre-office/convert';
import { CompoundFile } from './compound-file';
import { compoundReader } from './compound-reader';
import { paragraphsOf, withoutContents } from './word97-text';

const SAMPLE = new Uint8Array(readFileSync(join(__dirname, '../../../../test/samples/word97.doc')));
const streams = (): Record<string, Uint8Array> => {
  const file = new CompoundFile(SAMPLE);
  return Object.fromEntries(
    ['WordDocument', '1Table'].map((name) => [name, file.read(name)?.slice() ?? new Uint8Array()]),
  );
};
const absent: Convert = () => Promise.resolve(null);
const failing: Convert = () => Promise.reject(new OfficeError('failed'));
const giving =
  (bytes: Uint8Array): Convert =>
  () =>
    Promise.resolve(bytes);
const read = async (bytes: Uint8Array, convert: Convert = absent): Promise<ReadParts> =>
  compoundReader(
    (made) => ({
      format: 'docx',
      ...readDocx(new ZipArchive(made, { total: 1 << 20, entry: 1 << 20, ratio: 200 })),
    }),
    convert,
  )({ bytes, name: '“汇报.doc”' });
const refusal = async (bytes: Uint8Array, convert: Convert = absent): Promise<string> => {
  const error: unknown = await read(bytes, convert).then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (error instanceof DocumentError) {
    expect(error.message).toMatch(/^“汇报\.doc”.*；.*。$/);
    return error.code;
  }
  if (error instanceof ArchiveError) return error.reason;
  throw error ?? new Error('The file was read.');
};
/** The sample with some bytes of its main stream changed. */
const changed = (change: (view: DataView) => void, more: Record<string, Uint8Array> = {}): Uint8Array => {
  const { WordDocument: word, ...others } = streams();
  change(new DataView(word.buffer, word.byteOffset, word.byteLength));
  return compoundFile({ WordDocument: word, ...others, ...more });
};
const same = (): void => undefined;

describe('a Word 97 document without LibreOffice', () => {
  it('is read as it is seen, but for automatic numbers, and says so', async () => {
    const { format, paragraphs, footnotes, notes } = await read(SAMPLE);
    expect(format).toBe('doc');
    expect(paragraphs.map(({ text }) => text)).toEqual([
      '关于“明厨亮灶”工作情况的报告',
      '工作开展情况',
      '强化组织领导',
      '召开会议12次——研究‘重点’任务。',
      '压实责任',
      '下一步工作',
      '部分企业主体责任不到位。',
      '安全-生产',
      ...['问题', '责任单位', '完成时限', '台账不全', '', '2026年9月底前'],
      '2026年10月8日',
    ]);
    expect(paragraphs.flatMap(({ cell }) => cell ?? [])).toEqual(
      [0, 1].flatMap((row) => [0, 1, 2].map((column) => ({ table: 0, row, column }))),
    );
    expect(footnotes).toEqual(['数据截至三季度末。']);
    expect(notes).toEqual(['本机没有 LibreOffice，未能还原自动编号']);
  });
  it('rows that follow each other are a table', () =>
    expect(
      paragraphsOf(['甲\t乙\t', '\t\t', '中间', '丙\t']).map(({ text, cell }) => [text, cell?.table, cell?.row]),
    ).toEqual([
      ['甲', 0, 0],
      ['乙', 0, 0],
      ['', 0, 1],
      ['', 0, 1],
      ['中间', undefined, undefined],
      ['丙', 1, 0],
    ]));
  it('cells of several paragraphs are found inside a table, by the number of cells', () =>
    expect(
      paragraphsOf(['序\t任务\t', '1\t培训', '两段\t', '表后\t文字', '甲\t']).map(({ text, cell }) =>
        cell === undefined ? text : `${cell.row},${cell.column} ${text}`,
      ),
    ).toEqual(['0,0 序', '0,1 任务', '1,0 1', '1,1 培训', '1,1 两段', '2,0 表后', '2,1 文字', '2,1 甲']));
  it('a line with a tab behind a table is a line where the cells do not fit', () =>
    expect(paragraphsOf(['序\t任务\t时限\t', '召开\t会议', '甲\t']).map(({ cell }) => cell?.row)).toEqual([
      ...[0, 0, 0],
      undefined,
      0,
    ]));
  it('a table of contents is left out', () =>
    expect(withoutContents(['报告', '目　录', '一、总体\t1', '二、打算\t12', '一、总体', '完成率\t98', '尾'])).toEqual([
      '报告',
      '一、总体',
      '完成率\t98',
      '尾',
    ]));
  it('is one of WPS when WPS left streams of its own', async () => {
    expect((await read(changed(same))).format).toBe('doc');
    expect((await read(changed(same, { WpsCustomData: strToU8('x') }))).format).toBe('wps');
  });
});

describe('with LibreOffice', () => {
  const word = wordFile({ body: p('一、由 LibreOffice 转换') });

  it('old documents are read as what it makes of them, and keep their format', async () => {
    const made = await read(SAMPLE, giving(word));
    expect([made.format, made.paragraphs[0].text, made.notes]).toEqual(['doc', '一、由 LibreOffice 转换', undefined]);
    const wps = await read(changed(same, { WpsCustomData: strToU8('x') }), giving(word));
    expect([wps.format, wps.paragraphs[0].text]).toEqual(['wps', '一、由 LibreOffice 转换']);
  });
  it.each([
    ['fails', failing],
    ['writes nonsense', giving(strToU8('nonsense'))],
  ])('that %s, the text is read without it, and a note says so', async (_what, convert) => {
    const { paragraphs, notes } = await read(SAMPLE, convert);
    expect(paragraphs[1].text).toBe('工作开展情况');
    expect(notes).toEqual(['LibreOffice 未能转换该文件，未能还原自动编号']);
  });
  it('documents of Word 95 and Works are read, without it refused', async () => {
    const old = changed((view) => view.setUint16(0, 0xa5dc, true));
    const works = compoundFile({ CONTENTS: strToU8('x'), MatOST: strToU8('x') });
    expect((await read(old, giving(word))).format).toBe('doc');
    expect((await read(works, giving(word))).format).toBe('wps');
    expect(await refusal(old)).toBe('document.unsupported');
    expect(await refusal(works, failing)).toBe('document.unsupported');
  });
  it('workbooks are read as new ones, without it refused', async () => {
    const book = compoundFile({ Workbook: Uint8Array.from([0x09, 0x08, 2, 0, 0, 6]) });
    expect((await read(book, giving(word))).paragraphs[0].text).toBe('一、由 LibreOffice 转换');
    expect(await refusal(book)).toBe('document.unsupported');
    expect(await refusal(compoundFile({ Book: strToU8('x') }))).toBe('document.unsupported');
  });
});

describe('compound files that are refused', () => {
  it.each<[string, () => Uint8Array, string]>([
    ['a .docx with a password', () => compoundFile({ EncryptedPackage: strToU8('x') }), 'document.protected'],
    ['rights management', () => compoundFile({ '\tDRMContent': strToU8('x') }), 'document.protected'],
    [
      'a .doc with a password',
      () => changed((view) => view.setUint16(0x0a, view.getUint16(0x0a, true) | 0x0100, true)),
      'document.protected',
    ],
    [
      'an .xls with a password',
      () => compoundFile({ Workbook: Uint8Array.from([0x09, 0x08, 2, 0, 0, 6, 0x2f, 0, 2, 0, 0, 0]) }),
      'document.protected',
    ],
    ['a .ppt', () => compoundFile({ 'PowerPoint Document': strToU8('x') }), 'document.unsupported'],
    ['something else', () => compoundFile({ Catalog: strToU8('x') }), 'document.unsupported'],
    ['an empty one', () => compoundFile({}), 'document.unsupported'],
    ['half a file', () => SAMPLE.slice(0, 3000), 'damaged'],
    ['a main stream of nothing', () => compoundFile({ WordDocument: new Uint8Array(10) }), 'damaged'],
    ['a lost table', () => compoundFile({ WordDocument: streams().WordDocument }), 'damaged'],
    [
      'text that repeats without end',
      () => {
        const { WordDocument, '1Table': table } = streams();
        const at = new DataView(WordDocument.buffer, WordDocument.byteOffset).getUint32(0x1a2, true);
        // A piece table of 3000 pieces, all of which are the whole stream.
        const count = 3000;
        const whole = new Uint8Array(at + 5 + count * 12 + 4);
        whole.set(table.subarray(0, at));
        const view = new DataView(whole.buffer);
        view.setUint8(at, 2);
        view.setUint32(at + 1, count * 12 + 4, true);
        for (let piece = 0; piece <= count; piece++) view.setUint32(at + 5 + piece * 4, piece * 5000, true);
        return compoundFile({ WordDocument, '1Table': whole });
      },
      'bomb',
    ],
    [
      'a field that is begun and never ended, in a long text',
      () => {
        const { WordDocument, '1Table': table } = streams();
        const length = 200_000;
        const word = new Uint8Array(WordDocument.length + length).fill(0x41);
        word.set(WordDocument);
        word[WordDocument.length] = 0x13;
        const at = new DataView(word.buffer).getUint32(0x1a2, true);
        const view = new DataView(table.buffer, table.byteOffset, table.byteLength);
        view.setUint8(at, 2);
        view.setUint32(at + 1, 16, true);
        view.setUint32(at + 5, 0, true);
        view.setUint32(at + 9, length, true);
        view.setUint32(at + 15, (WordDocument.length * 2) | 0x40000000, true);
        return compoundFile({ WordDocument: word, '1Table': table });
      },
      'bomb',
    ],
    [
      'a chain of sectors that comes back to itself',
      () => {
        const bytes = compoundFile({ WordDocument: new Uint8Array(9000) });
        // The table of sectors begins behind the header; the stream's third sector points to its first.
        const view = new DataView(bytes.buffer);
        view.setInt32(512 + 4 * 4, 2, true);
        return bytes;
      },
      'damaged',
    ],
    [
      'a directory that comes back to itself',
      () => {
        const bytes = compoundFile({ WordDocument: new Uint8Array(9000) });
        new DataView(bytes.buffer).setInt32(1024 + 128 + 72, 1, true);
        return bytes;
      },
      'damaged',
    ],
    [
      'a table of sectors larger than the file',
      () => {
        const bytes = SAMPLE.slice();
        new DataView(bytes.buffer).setInt32(44, 0x7fffffff, true);
        return bytes;
      },
      'damaged',
    ],
  ])('%s', async (_what, bytes, code) => expect(await refusal(bytes())).toBe(code));

  it('are read or refused when damaged, never more', async () => {
    const flips = fc.array(fc.tuple(fc.nat(SAMPLE.length - 1), fc.nat(255)), { minLength: 1, maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(flips, fc.nat(SAMPLE.length), async (damage, length) => {
        const bytes = SAMPLE.slice(0, length % 4 === 0 ? Math.max(length, 8) : SAMPLE.length);
        for (const [at, byte] of damage) if (at >= 8) bytes[at % bytes.length] = byte;
        await read(bytes).catch((error: unknown) => {
          if (!(error instanceof DocumentError || error instanceof ArchiveError)) throw error;
        });
      }),
      { numRuns: 300 },
    );
  });
});
