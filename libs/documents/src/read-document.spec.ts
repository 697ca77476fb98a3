import { deflateRawSync } from 'node:zlib';
import { strToU8, zipSync } from 'fflate';
import * as iconv from 'iconv-lite';
import { DocumentError } from './document.types';
import { readDocument } from './read-document';
import { readDocumentIsolated } from './read-isolated';

const TEXT =
  '区教育局前三季度工作汇报\n一、存在的问题\n校园食堂“明厨亮灶”进度偏慢。\n\n二、下一步工作\n11月底前完成整改。';

const refusal = async (bytes: Uint8Array, fileName?: string): Promise<DocumentError> => {
  try {
    await readDocument(bytes, { fileName });
  } catch (error) {
    if (error instanceof DocumentError) return error;
    throw error;
  }
  throw new Error('The file was read.');
};

describe('plain text', () => {
  it.each(['utf8', 'gbk', 'gb18030', 'utf16le', 'utf16-be'])('in %s is read whole', async (encoding) =>
    expect((await readDocument(iconv.encode(TEXT, encoding))).text).toBe(TEXT),
  );
  it.each(['utf8', 'utf16le', 'utf16-be'])('in %s with BOM loses the BOM only', async (encoding) =>
    expect((await readDocument(iconv.encode(TEXT, encoding, { addBOM: true }))).text).toBe(TEXT),
  );
  it('reads the rare characters of GB18030', async () =>
    expect((await readDocument(iconv.encode('街道办主任𠮷某、䶮某汇报', 'gb18030'))).text).toBe(
      '街道办主任𠮷某、䶮某汇报',
    ));
  it('keeps every line of a UTF-8 file, empty ones too, and normalises line ends', async () => {
    const read = await readDocument(strToU8('\r\n标题\r\n\r\n  正文。\r尾\n\n'));
    expect(read.text).toBe('\n标题\n\n  正文。\n尾\n\n');
    expect(read.paragraphs.map(({ text }) => text).join('\n')).toBe(read.text);
  });
});

describe('files that cannot be read', () => {
  const png = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13]);
  const noise = Uint8Array.from({ length: 4000 }, (_none, at) => ((at * 7919 + (at >> 3) * 104729) % 256) | 0x80);

  it.each<[string, Uint8Array, string, RegExp]>([
    ['nothing', new Uint8Array(0), 'document.empty', /^“报告\.docx”是空文件/],
    ['a picture', png, 'document.unsupported', /是一张 PNG 图片/],
    ['a packed file', Uint8Array.from([0x52, 0x61, 0x72, 0x21, 0x1a, 0x07]), 'document.unsupported', /RAR 压缩文件/],
    ['a workbook', zipSync({ 'xl/workbook.bin': strToU8('<x/>') }), 'document.unsupported', /Excel 工作簿/],
    ['some archive', zipSync({ 'a.txt': strToU8('甲') }), 'document.unsupported', /压缩包/],
    ['half an archive', zipSync({ 'word/document.xml': strToU8('<x/>') }).slice(0, 60), 'document.damaged', /已损坏/],
    [
      'broken XML',
      zipSync({ 'word/document.xml': strToU8('<w:document><w:body><w:p>') }),
      'document.damaged',
      /已损坏/,
    ],
    ['a Word file without words', docxOf('<w:p/>'), 'document.no-text', /没有可识别的文字/],
    ['blank lines', strToU8(' \n\n　\n'), 'document.no-text', /没有可识别的文字/],
    ['noise', noise, 'document.encoding-unknown', /无法识别文字编码/],
  ])('%s', async (_what, bytes, code, message) => {
    const error = await refusal(bytes, '报告.docx');
    expect(error.code).toBe(code);
    expect(error.message).toMatch(message);
    expect(error.message).toMatch(/^“报告\.docx”/);
    expect(error.message.split('。').length).toBe(2);
  });

  it('50 MB are refused before anything is looked at', async () => {
    const error = await refusal(new Uint8Array(50 << 20), '大文件.docx');
    expect(error.code).toBe('document.too-large');
    expect(error.message).toBe('“大文件.docx”有 50 MB，超过 20 MB 的上限；请压缩其中的图片或拆分后再试。');
  });

  it('a zip bomb is refused by the sizes it declares', async () => {
    const huge = zipSync({ 'word/document.xml': new Uint8Array(130 << 20) }, { level: 9 });
    expect((await refusal(huge)).code).toBe('document.too-complex');
  });

  it('a zip bomb that lies about its sizes is refused while it unpacks', async () => {
    const lying = zipWith('word/document.xml', deflateRawSync(new Uint8Array(64 << 20)), 1000);
    expect((await refusal(lying)).code).toBe('document.too-complex');
  });

  it('XML with a DTD is refused: entities could multiply or read files', async () => {
    const xml =
      '<!DOCTYPE x [<!ENTITY a "甲">]><w:document><w:body><w:p><w:r><w:t>&a;</w:t></w:r></w:p></w:body></w:document>';
    expect((await refusal(zipSync({ 'word/document.xml': strToU8(xml) }))).code).toBe('document.damaged');
  });

  it('elements nested without end are refused', async () => {
    expect((await refusal(docxOf('<w:p>'.repeat(5000) + '</w:p>'.repeat(5000)))).code).toBe('document.too-complex');
  });
});

describe('readDocumentIsolated', () => {
  it('gives the same as readDocument', async () => {
    const bytes = strToU8(TEXT);
    await expect(readDocumentIsolated(bytes, { fileName: '汇报.txt' })).resolves.toEqual(await readDocument(bytes));
  });
  it('rejects with the same errors', async () => {
    const reading = readDocumentIsolated(Uint8Array.from([0x1f, 0x8b, 8]), { fileName: '汇报.gz' });
    await expect(reading).rejects.toMatchObject({ name: 'DocumentError', code: 'document.unsupported' });
    await expect(reading).rejects.toBeInstanceOf(DocumentError);
  });
  it('stops when the time is over', async () => {
    const bytes = docxOf('<w:p><w:r><w:t>工作任务</w:t></w:r></w:p>'.repeat(20_000));
    await expect(readDocumentIsolated(bytes, { timeLimit: 1 })).rejects.toMatchObject({ code: 'document.too-complex' });
  });
  it('stops when the heap is full', async () => {
    const bytes = docxOf('<w:p><w:r><w:t>甲</w:t></w:r></w:p>'.repeat(200_000));
    await expect(readDocumentIsolated(bytes, { heapLimit: 24 })).rejects.toMatchObject({
      code: 'document.too-complex',
    });
  });
});

function docxOf(body: string): Uint8Array {
  const xml = `<?xml version="1.0" encoding="UTF-8"?><w:document xmlns:w="urn:w"><w:body>${body}</w:body></w:document>`;
  return zipSync({ 'word/document.xml': strToU8(xml) }, { level: 1 });
}

/** A zip of one deflated entry which declares `declared` bytes unpacked. */
function zipWith(name: string, packed: Uint8Array, declared: number): Uint8Array {
  const title = strToU8(name);
  const local = new DataView(new ArrayBuffer(30));
  local.setUint32(0, 0x04034b50, true);
  local.setUint16(8, 8, true);
  local.setUint32(18, packed.length, true);
  local.setUint32(22, declared, true);
  local.setUint16(26, title.length, true);
  const central = new DataView(new ArrayBuffer(46));
  central.setUint32(0, 0x02014b50, true);
  central.setUint16(10, 8, true);
  central.setUint32(20, packed.length, true);
  central.setUint32(24, declared, true);
  central.setUint16(28, title.length, true);
  const end = new DataView(new ArrayBuffer(22));
  end.setUint32(0, 0x06054b50, true);
  end.setUint16(10, 1, true);
  end.setUint32(16, 30 + title.length + packed.length, true);
  const parts = [local, title, packed, central, title, end].map((part) =>
    part instanceof DataView ? new Uint8Array(part.buffer) : part,
  );
  return Uint8Array.from(Buffer.concat(parts));
}
