import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { strToU8 } from 'fflate';
import { readDocument } from '../read-document';
import { readDocumentIsolated } from '../read-isolated';
import { convert, OfficeError, OFFICE_LIMITS } from './convert';
import { findOffice } from './find-office';
import { rtfReader } from './rtf-reader';
import { Turns } from './turns';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'office-spec-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** A program in the place of LibreOffice: $SOURCE is the file, $RESULT the folder for what it makes of it. */
function office(script: string): string {
  const file = join(folder, 'soffice');
  writeFileSync(
    file,
    `#!/bin/sh\nfor SOURCE; do :; done\nwhile [ "$1" != --outdir ]; do shift; done\nRESULT="$2"\npwd > ${join(folder, 'place')}\nmkdir -p "$RESULT"\n${script}\n`,
  );
  chmodSync(file, 0o755);
  return file;
}
const run = (script: string, limits = OFFICE_LIMITS): Promise<Uint8Array | null> =>
  convert(strToU8('原文'), 'doc', 'docx', limits, office(script));
/** Whether the folder that the program worked in is still there. */
const leftover = (): boolean => existsSync(readFileSync(join(folder, 'place'), 'utf8').trim());
/** A process that was ended may be listed as a zombie for as long as nobody asks for it. */
const isAlive = (pid: number): boolean =>
  /^[^Z]/.test(spawnSync('ps', ['-o', 'stat=', '-p', String(pid)], { encoding: 'utf8' }).stdout.trim());
async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await new Promise((resolve) => setTimeout(resolve, 20));
}
const HANG = (): string => `echo $$ > ${join(folder, 'pid')}; sleep 600 & echo $! > ${join(folder, 'child')}; wait`;
const pids = (): number[] => ['pid', 'child'].map((name) => Number(readFileSync(join(folder, name), 'utf8')));

describe('convert', () => {
  it('gives what the program makes of the file, and leaves nothing behind', async () => {
    expect(Buffer.from((await run('cp "$SOURCE" "$RESULT/source.docx"')) ?? []).toString()).toBe('原文');
    expect(leftover()).toBe(false);
  });
  it('works in a profile that runs no macros and follows no links', async () => {
    const profile = await run('cp "$(dirname "$SOURCE")/profile/user/registrymodifications.xcu" "$RESULT/source.docx"');
    expect(Buffer.from(profile ?? []).toString()).toMatch(/DisableMacrosExecution.*true/);
  });
  it('gives the program none of our settings', async () => {
    const names = Buffer.from((await run('env > "$RESULT/source.docx"')) ?? [])
      .toString()
      .split('\n')
      .map((setting) => setting.split('=')[0])
      .filter((name) => !['', '_', 'PWD', 'OLDPWD', 'SHLVL'].includes(name));
    expect(names.sort()).toEqual(['HOME', 'LANG', 'PATH', 'TMPDIR']);
  });
  it('gives null where there is no LibreOffice', async () => {
    expect(findOffice('', [])).toBeUndefined();
    expect(findOffice(folder, [])).toBeUndefined();
    const program = office('');
    expect(findOffice(folder, [])).toBe(program);
    expect(findOffice('', [folder])).toBe(program);
  });
  it.each([
    ['that fails', 'exit 3', 'failed'],
    ['that makes nothing', 'exit 0', 'failed'],
    ['that makes too much', 'head -c 2000 /dev/zero > "$RESULT/source.docx"', 'too-large'],
  ])('a program %s is an OfficeError', async (_what, script, reason) => {
    await expect(run(script, { milliseconds: 20_000, bytes: 1000 })).rejects.toMatchObject({
      name: 'OfficeError',
      reason,
    });
    expect(leftover()).toBe(false);
  });
  it('a program that takes too long is ended, and all it has started', async () => {
    await expect(run(HANG(), { milliseconds: 1000, bytes: 1000 })).rejects.toMatchObject({ reason: 'time-over' });
    await until(() => !pids().some(isAlive));
    expect(leftover()).toBe(false);
  });
  it('a program ends when the thread that waits for it is terminated', async () => {
    const program = office(HANG());
    const built = join(__dirname, '../../../../dist/libs/documents/src/libre-office/convert.js');
    const limits = { milliseconds: 600_000, bytes: 1000 };
    const worker = new Worker(
      `require(${JSON.stringify(built)}).convert(new Uint8Array(9), 'doc', 'docx', ${JSON.stringify(limits)}, ${JSON.stringify(program)})`,
      { eval: true },
    );
    await until(() => existsSync(join(folder, 'child')) && readFileSync(join(folder, 'child'), 'utf8').endsWith('\n'));
    expect(pids().every(isAlive)).toBe(true);
    await worker.terminate();
    await until(() => !pids().some(isAlive) && !leftover());
  }, 20_000);
});

describe('rich text', () => {
  const read = (made: () => Promise<Uint8Array | null>): Promise<unknown> =>
    Promise.resolve(
      rtfReader(
        () => ({ format: 'docx', paragraphs: [{ text: '报告' }] }),
        made,
      )({
        bytes: strToU8('{\\rtf1 }'),
        name: '“汇报.rtf”',
      }),
    );

  it('is read as what LibreOffice makes of it', async () =>
    expect(await read(() => Promise.resolve(strToU8('x')))).toEqual({ format: 'rtf', paragraphs: [{ text: '报告' }] }));
  it('is refused without LibreOffice', async () =>
    await expect(read(() => Promise.resolve(null))).rejects.toMatchObject({
      code: 'document.unsupported',
      message: '“汇报.rtf”是 RTF 文档，本机没有 LibreOffice，无法读取；请另存为 .docx 后再试。',
    }));
  it('that LibreOffice cannot open is damaged', async () =>
    await expect(read(() => Promise.reject(new OfficeError('failed')))).rejects.toMatchObject({
      code: 'document.damaged',
    }));
});

describe('turns', () => {
  it('come one after the other, also after a failure', async () => {
    const turns = new Turns();
    const seen: string[] = [];
    const task = (name: string) => async (): Promise<string> => {
      seen.push(`${name} begins`);
      await new Promise((resolve) => setImmediate(resolve));
      seen.push(`${name} ends`);
      if (name === '乙') throw new Error(name);
      return name;
    };
    const all = await Promise.allSettled(['甲', '乙', '丙'].map((name) => turns.run(task(name))));
    expect(all.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect(seen).toEqual(['甲 begins', '甲 ends', '乙 begins', '乙 ends', '丙 begins', '丙 ends']);
  });
});

const installed = findOffice() !== undefined;
if (!installed) process.stderr.write('skipped: LibreOffice is not installed (apt install libreoffice-writer-nogui)\n');
(installed ? describe : describe.skip)('LibreOffice', () => {
  const sample = (): Uint8Array => new Uint8Array(readFileSync(join(__dirname, '../../../../test/samples/word97.doc')));

  it('keeps the automatic numbers of old Word documents', async () => {
    const { format, paragraphs, notes } = await readDocument(sample());
    expect([format, notes]).toEqual(['doc', undefined]);
    expect(paragraphs.flatMap(({ label, text }) => (label === undefined ? [] : [text]))).toEqual([
      '一、工作开展情况',
      '（一）强化组织领导',
      '（二）压实责任',
      '二、下一步工作',
    ]);
    expect(paragraphs.map(({ heading }) => heading).slice(0, 3)).toEqual([0, 1, 2]);
  }, 60_000);
  it('reads rich text, in a thread', async () => {
    const rtf = strToU8(
      "{\\rtf1\\ansi{\\*\\listtable{\\list{\\listlevel\\levelnfc37\\levelnfcn37\\levelstartat1{\\leveltext\\'02\\'00\\u12289 ?;}{\\levelnumbers\\'01;}}\\listid1}}{\\*\\listoverridetable{\\listoverride\\listid1\\listoverridecount0\\ls1}}\\pard\\ls1\\ilvl0 \\u24037?\\u20316?\\par \\pard\\ls1\\ilvl0 \\u35745?\\u21010?\\par}",
    );
    const { format, text } = await readDocumentIsolated(rtf);
    expect([format, text]).toEqual(['rtf', '一、工作\n二、计划']);
  }, 60_000);
});
