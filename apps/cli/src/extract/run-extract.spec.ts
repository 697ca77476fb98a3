import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Workbook } from 'exceljs';
import { runExtract, type ExtractAnswer, type OutputFormat } from './run-extract';

const TEXT =
  '青石街道2026年前三季度工作汇报\n二、存在问题\n1.=cmd|网格员力量不足。\n三、下一步工作\n（一）充实网格力量，11月底前到岗。\r\n（责任单位：区委组织部）\n';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'luoshi-extract-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const source = (content: string | Uint8Array, name = '汇报.txt'): string => {
  writeFileSync(join(folder, name), content);
  return join(folder, name);
};
const extracted = async (format: OutputFormat, text?: boolean): Promise<string> => {
  const output = join(folder, 'answer');
  expect(await runExtract({ file: source(TEXT), format, text, receivedOn: '2026-10-12', output })).toBe(0);
  return output;
};
/** The exit code and what was said on stderr. */
const refused = async (file: string, output?: string): Promise<[number, string]> => {
  const said: string[] = [];
  const stderr = jest.spyOn(process.stderr, 'write').mockImplementation((words) => {
    said.push(String(words));
    return true;
  });
  const code = await runExtract({ file, format: 'json', output });
  stderr.mockRestore();
  return [code, said.join('')];
};

describe('luoshi extract', () => {
  it('answers with the source, its reports and warnings as JSON', async () => {
    const answer = JSON.parse(readFileSync(await extracted('json'), 'utf8')) as ExtractAnswer;
    expect(answer.source).toMatchObject({ name: '汇报.txt', format: 'txt', characters: TEXT.length - 1 });
    expect(answer.source.sha256).toMatch(/^[0-9a-f]{64}$/);
    expect(answer.warnings).toEqual([]);
    expect(answer.reports[0].items.map(({ kind, dueOn, units }) => [kind, dueOn, units[0]?.name])).toEqual([
      ['problem', null, undefined],
      ['next_step', '2026-11-30', '区委组织部'],
    ]);
  });

  it('prints the text that offsets refer to', async () =>
    expect(readFileSync(await extracted('json', true), 'utf8')).toBe(TEXT.replace('\r', '')));

  it('writes CSV that no spreadsheet takes for a formula', async () => {
    const csv = readFileSync(await extracted('csv'), 'utf8');
    expect(csv.startsWith('\uFEFF报告,类别,')).toBe(true);
    expect(csv).toContain(",'=cmd|网格员力量不足,");
    expect(csv).not.toMatch(/(?:^|,)[=+@-]/m);
  });

  it('writes a workbook with one row for each item', async () => {
    const workbook = new Workbook();
    await workbook.xlsx.readFile(await extracted('xlsx'));
    const sheet = workbook.worksheets[0];
    expect([sheet.name, sheet.rowCount, sheet.getRow(3).getCell(7).value]).toEqual(['报告事项', 3, '2026-11-30']);
  });

  it('shows a table', async () =>
    expect(readFileSync(await extracted('table'), 'utf8')).toMatch(
      /^下一步工作 {2}（一） +充实网格力量.* 2026-11-30 {2}区委组织部$/m,
    ));

  it('says why a file cannot be read, and ends with 1', async () => {
    expect(await refused(join(folder, '没有.docx'))).toEqual([
      1,
      `找不到文件“${join(folder, '没有.docx')}”；请检查路径和文件名。\n`,
    ]);
    expect(await refused(folder)).toEqual([1, `“${folder}”是文件夹，不是文件；请指定一个报告文件。\n`]);
    expect(await refused(source('Rar!\x1a\x07', '汇报.docx'))).toEqual([
      1,
      '“汇报.docx”是RAR 压缩文件，暂不支持；可读取 .docx、.doc、.wps、.pdf、.odt、.ofd、.xlsx、.csv、.html、.md 和 .txt，请另存为 .docx 后再试。\n',
    ]);
    const [code, said] = await refused(source(TEXT), join(folder, 'a/b.json'));
    expect([code, said]).toEqual([1, `无法写入“${join(folder, 'a/b.json')}”：所在的文件夹不存在。\n`]);
  });
});
