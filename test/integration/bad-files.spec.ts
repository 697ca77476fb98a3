import { strToU8, zipSync } from 'fflate';
import { DataSource } from 'typeorm';
import { startApplication, type TestApplication } from '../support/application';

const PNG = Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), Buffer.alloc(400, 7)]);
const CONTENT_TYPES = strToU8(
  '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
);
const docx = (document: Uint8Array) => zipSync({ '[Content_Types].xml': CONTENT_TYPES, 'word/document.xml': document });

// Making a bomb takes a while on a busy machine.
jest.setTimeout(60_000);

let application: TestApplication;
beforeAll(async () => {
  application = await startApplication();
});
afterAll(() => application?.close());

async function storedRows(): Promise<number> {
  const [{ n }] = await application.app
    .get(DataSource)
    .query<{ n: number }[]>(
      `SELECT (SELECT count(*) FROM stored_file) + (SELECT count(*) FROM source_document) + (SELECT count(*) FROM report)::int AS n`,
    );
  return Number(n);
}

it.each<[string, string, () => Uint8Array, number, string]>([
  ['an empty file', '空.txt', () => new Uint8Array(), 422, 'document.empty'],
  ['blanks only', '空白.txt', () => Buffer.from(' \n\r\n　\n'), 422, 'document.no-text'],
  ['50 MB', '大.txt', () => Buffer.alloc(50 * 1024 * 1024, '工作'), 413, 'document.too-large'],
  ['a picture renamed .docx', '图.docx', () => PNG, 415, 'document.unsupported'],
  ['a zip bomb', '炸弹.docx', () => docx(new Uint8Array(100 * 1024 * 1024)), 422, 'document.too-complex'],
  ['broken XML', '坏.docx', () => docx(strToU8('<w:document><w:body><w:p>')), 422, 'document.damaged'],
  ['a cut-off zip', '断.docx', () => docx(strToU8('<w:document/>')).slice(0, 90), 422, 'document.damaged'],
])('answers %s with one Chinese sentence and stores nothing', async (_, name, bytes, status, code) => {
  const answer = await application.admin.upload('/documents', name, bytes());
  expect([answer.statusCode, answer.headers['content-type']]).toEqual([
    status,
    'application/problem+json; charset=utf-8',
  ]);
  const problem = JSON.parse(answer.body) as { code: string; detail: string };
  expect(problem.code).toBe(code);
  expect(problem.detail).toMatch(/^[^\n]*\p{Script=Han}[^\n]*。$/u);
  expect(await storedRows()).toBe(0);
});

it('takes a GBK file', async () => {
  const { encode } = await import('iconv-lite');
  const text = '区教育局2026年上半年工作总结\n下半年工作打算\n一是抓好校园安全。9月底前完成排查。\n';
  const answer = await application.admin.upload('/documents', '总结.txt', encode(text, 'gbk'), {
    receivedOn: '2026-07-01',
  });
  expect([answer.statusCode, answer.body]).toEqual([201, expect.stringContaining('2026年上半年')]);
});

it('takes a report without any item and says so', async () => {
  const text = '关于召开会议的通知\n定于10月8日召开会议，请准时参加。\n';
  const answer = await application.admin.upload('/documents', '通知.txt', Buffer.from(text));
  const result = JSON.parse(answer.body) as { warnings: string[]; reports: { counts: { proposed: number } }[] };
  expect(answer.statusCode).toBe(201);
  expect(result.reports.map(({ counts }) => counts.proposed)).toEqual([0]);
  expect(result.warnings.join()).toMatch(/未|没有/);
});

it('refuses a unit, a date and a form that are wrong, by name', async () => {
  const upload = (fields: Record<string, string>) =>
    application.admin.upload('/documents', 'x.txt', Buffer.from('工作'), fields);
  expect(JSON.parse((await upload({ receivedOn: '2026-02-30' })).body)).toMatchObject({
    code: 'input.invalid',
    errors: [{ field: 'receivedOn' }],
  });
  const nowhere = await upload({ unitId: '00000000-0000-4000-8000-000000000000' });
  expect([nowhere.statusCode, JSON.parse(nowhere.body)]).toEqual([
    404,
    expect.objectContaining({ code: 'unit.unknown' }),
  ]);
  const noFile = await application.admin.send('POST', '/documents', { file: 'x' });
  expect(noFile.statusCode).toBe(415);
});
