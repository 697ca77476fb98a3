import { createHash } from 'node:crypto';
import { open, writeFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { DocumentError, type ReadDocument } from '#documents/document.types';
import { MOST_BYTES } from '#documents/read-document';
import { readDocumentIsolated } from '#documents/read-isolated';
import { extract } from '#extraction/extract';
import type { ExtractedReport } from '#extraction/extraction.types';
import { toCsv, toTable } from './item-rows';
import { toWorkbook } from './item-workbook';

export const FORMATS = ['json', 'table', 'csv', 'xlsx'] as const;
export type OutputFormat = (typeof FORMATS)[number];

export interface ExtractArguments {
  file: string;
  format: OutputFormat;
  text?: boolean;
  /** `YYYY-MM-DD`; today when left out. */
  receivedOn?: string;
  output?: string;
}

/** The stable answer of `luoshi extract --format json`. Offsets are UTF-16 code units into the text that `--text` prints. */
export interface ExtractAnswer {
  source: { name: string; format: string; sha256: string; characters: number };
  reports: ExtractedReport[];
  warnings: string[];
}

/** Reads the file, writes the answer to `output` or stdout, and gives the exit code: 0 read, 1 unreadable, 2 wrong usage. */
export async function runExtract(argv: ExtractArguments): Promise<number> {
  if (argv.format === 'xlsx' && !argv.text && argv.output === undefined && process.stdout.isTTY) {
    return fail(2, 'xlsx 不能显示在终端上；请用 --output 指定文件，例如 --output 任务.xlsx。');
  }
  try {
    const bytes = argv.file === '-' ? await readStdin() : await readFileUpTo(argv.file);
    const name = argv.file === '-' ? '-' : basename(argv.file);
    const source = await readDocumentIsolated(bytes, { fileName: name });
    await write(await render(argv, source, bytes, name), argv.output);
    return 0;
  } catch (error) {
    if (error instanceof DocumentError) return fail(1, error.message);
    const reason = fileTrouble(error, argv);
    if (reason !== null) return fail(1, reason);
    throw error;
  }
}

async function render(
  argv: ExtractArguments,
  source: ReadDocument,
  bytes: Uint8Array,
  name: string,
): Promise<string | Uint8Array> {
  if (argv.text) return source.text;
  const found = extract(source, { receivedOn: argv.receivedOn ?? today() });
  switch (argv.format) {
    case 'table':
      return toTable(found);
    case 'csv':
      return toCsv(found);
    case 'xlsx':
      return toWorkbook(found);
    case 'json': {
      const sha256 = createHash('sha256').update(bytes).digest('hex');
      const answer: ExtractAnswer = {
        source: { name, format: source.format, sha256, characters: source.text.length },
        ...found,
      };
      return `${JSON.stringify(answer, null, 2)}\n`;
    }
  }
}

/** Files over the limit are not read to their end: one byte more tells that they are too large. */
async function readFileUpTo(path: string): Promise<Uint8Array> {
  const file = await open(path, 'r');
  try {
    const { size } = await file.stat();
    if (size > MOST_BYTES) throw tooLarge(basename(path), size);
    return await file.readFile();
  } finally {
    await file.close();
  }
}

async function readStdin(): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of process.stdin as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > MOST_BYTES) throw tooLarge(undefined, size);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function tooLarge(name: string | undefined, size: number): DocumentError {
  const which = name === undefined ? '标准输入的内容' : `“${name}”`;
  const amount = name === undefined ? '' : `有 ${Math.round(size / (1 << 20))} MB，`;
  return new DocumentError('document.too-large', `${which}${amount}超过 20 MB 的上限；请压缩其中的图片或拆分后再试。`);
}

async function write(content: string | Uint8Array, output: string | undefined): Promise<void> {
  if (output !== undefined) {
    await writeFile(output, content);
    return;
  }
  await new Promise<void>((resolve, reject) => {
    const settle = (error?: NodeJS.ErrnoException | null): void => {
      // A reader such as head closes the pipe when it has seen enough.
      if (error && error.code !== 'EPIPE') reject(error);
      else resolve();
    };
    process.stdout.once('error', settle);
    process.stdout.write(content, (error) => {
      process.stdout.off('error', settle);
      settle(error);
    });
  });
}

function fileTrouble(error: unknown, argv: ExtractArguments): string | null {
  const { code, path } = error as NodeJS.ErrnoException;
  const writing = argv.output !== undefined && path === argv.output;
  const name = `“${writing ? argv.output : argv.file}”`;
  switch (code) {
    case 'ENOENT':
      return writing ? `无法写入${name}：所在的文件夹不存在。` : `找不到文件${name}；请检查路径和文件名。`;
    case 'EISDIR':
      return `${name}是文件夹，不是文件；请指定一个报告文件。`;
    case 'EACCES':
    case 'EPERM':
      return `没有权限${writing ? '写入' : '读取'}${name}。`;
    case 'ENOSPC':
      return `磁盘空间不足，无法写入${name}。`;
    default:
      return null;
  }
}

function fail(code: number, message: string): number {
  process.stderr.write(`${message}\n`);
  return code;
}

/** Today in the zone of the organisation. */
function today(): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai' }).format(new Date());
}
