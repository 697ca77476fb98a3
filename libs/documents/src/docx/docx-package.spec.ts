import fc from 'fast-check';
import { strToU8, unzipSync, zipSync } from 'fflate';
import * as iconv from 'iconv-lite';
import { item, num, OFFICIAL, p, table, cell, wordFile } from '../../../../test/support/word-markup';
import { DocumentError } from '../document.types';
import { readDocument } from '../read-document';

const STRICT = 'http://purl.oclc.org/ooxml/wordprocessingml/main';
const RELATIONS = 'http://schemas.openxmlformats.org/package/2006/relationships';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const relations = (...targets: [string, string][]): Uint8Array =>
  strToU8(
    `<Relationships xmlns="${RELATIONS}">${targets.map(([kind, target], at) => `<Relationship Id="r${at}" Type="${OFFICE}/${kind}" Target="${target}"/>`).join('')}</Relationships>`,
  );
const body = (prefix: string, text: string, properties = ''): string =>
  `<${prefix}body><${prefix}p>${properties}<${prefix}r><${prefix}t>${text}</${prefix}t></${prefix}r></${prefix}p></${prefix}body>`;
const textOf = async (files: Record<string, Uint8Array>): Promise<string> => {
  const read = await readDocument(zipSync(files));
  expect(read.format).toBe('docx');
  return read.text;
};

describe('Word files', () => {
  it('of the strict kind, with other prefixes', async () =>
    expect(
      await textOf({
        'word/document.xml': strToU8(
          `<x:document xmlns:x="${STRICT}">${body('x:', '工作报告', '<x:pPr><x:outlineLvl x:val="0"/></x:pPr>')}</x:document>`,
        ),
      }),
    ).toBe('工作报告'));
  it('with no prefix at all', async () =>
    expect(
      await textOf({
        'word/document.xml': strToU8(`<document xmlns="${STRICT}">${body('', '工作报告')}</document>`),
      }),
    ).toBe('工作报告'));
  it('whose text lies elsewhere, with its parts', async () =>
    expect(
      await textOf({
        '_rels/.rels': relations(['officeDocument', '/text/main2.xml']),
        'text/_rels/main2.xml.rels': relations(['numbering', '../lists/n.xml'], ['styles', 'missing.xml']),
        'text/main2.xml': strToU8(`<w:document xmlns:w="${STRICT}"><w:body>${item('回顾', 1)}</w:body></w:document>`),
        'lists/n.xml': strToU8(`<w:numbering xmlns:w="${STRICT}">${OFFICIAL}${num(1, 0)}</w:numbering>`),
      }),
    ).toBe('一、回顾'));
  it('that have an older text beside the main one', async () =>
    expect(
      await textOf({
        '_rels/.rels': relations(['officeDocument', 'word/document2.xml']),
        'word/document.xml': strToU8(`<w:document>${body('w:', '旧稿')}</w:document>`),
        'word/document2.xml': strToU8(`<w:document>${body('w:', '新稿')}</w:document>`),
      }),
    ).toBe('新稿'));
  it.each([
    ['utf16le', true],
    ['utf16le', false],
    ['utf16-be', true],
    ['utf16-be', false],
  ])('in %s, byte order mark %s', async (encoding, addBOM) =>
    expect(
      await textOf({
        'word/document.xml': iconv.encode(
          `<?xml version="1.0" encoding="UTF-16"?><w:document>${body('w:', '工作报告')}</w:document>`,
          encoding,
          { addBOM },
        ),
      }),
    ).toBe('工作报告'),
  );
  it('are not what other archives are whose main part is another', async () =>
    await expect(
      readDocument(
        zipSync({
          '_rels/.rels': relations(['officeDocument', 'ppt/presentation.xml']),
          'ppt/presentation.xml': strToU8('<presentation/>'),
        }),
      ),
    ).rejects.toMatchObject({ code: 'document.unsupported' }));
});

describe('damaged Word files', () => {
  const parts = {
    numbering: OFFICIAL + num(1, 0),
    styles: '<w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/></w:style>',
    body: p('题', '<w:pStyle w:val="1"/>') + item('项', 1) + table(cell('甲') + cell('乙')),
  };
  const readable = async (bytes: Uint8Array): Promise<void> => {
    try {
      await readDocument(bytes);
    } catch (error) {
      if (!(error instanceof DocumentError)) throw error;
    }
  };
  const damage = fc.array(fc.tuple(fc.nat(), fc.nat(255)), { minLength: 1, maxLength: 6 });

  it('are read or refused, never more', async () => {
    const whole = wordFile(parts);
    await fc.assert(
      fc.asyncProperty(damage, fc.nat(whole.length), async (flips, length) => {
        const bytes = whole.slice(0, length % 3 === 0 ? length : whole.length);
        for (const [at, byte] of flips) bytes[at % whole.length] = byte;
        await readable(bytes);
      }),
      { numRuns: 300 },
    );
  });
  it('are read or refused also where the XML inside is damaged', async () => {
    const files = unzipSync(wordFile(parts));
    const names = Object.keys(files);
    await fc.assert(
      fc.asyncProperty(damage, fc.nat(), async (flips, which) => {
        const name = names[which % names.length];
        const xml = files[name].slice();
        // Only digits and letters of values change, so that most of it is still XML.
        for (const [at, byte] of flips) {
          const place = xml.indexOf(0x22, at % xml.length) + 1;
          xml[place % xml.length] = 0x30 + (byte % 10);
        }
        await readable(zipSync({ ...files, [name]: xml }, { level: 0 }));
      }),
      { numRuns: 300 },
    );
  });
});
