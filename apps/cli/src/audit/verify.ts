import { readFile, writeFile } from 'node:fs/promises';
import { AuditModule } from '#audit/audit.module';
import { AuditService, isIntact } from '#audit/audit.service';
import { FINGERPRINT, shownFingerprint } from '#audit/fingerprint';
import { Clock } from '#platform/clock';
import { DomainError } from '#platform/domain-error';
import { LANES, type Fault } from '#platform/history-chain';
import type { Checkpoint, Verification } from '#platform/history-verification';
import { withApplication } from '../application-context';

export interface VerifyArguments {
  since?: string;
  save?: string;
}

/** Verifies the history and tells what was found. Gives the exit code: 0 intact, 1 broken, 2 for a wrong argument. */
export function verify({ since, save }: VerifyArguments): Promise<number> {
  return withApplication(
    async (app) => {
      const audit = app.get(AuditService);
      let earlier: Checkpoint | undefined;
      try {
        if (since !== undefined) earlier = FINGERPRINT.test(since) ? await audit.checkpoint(since) : await saved(since);
      } catch (error) {
        if (!(error instanceof DomainError)) throw error;
        process.stderr.write(`${error.message}\n`);
        return error.refusal === 'unknown' ? 1 : 2;
      }
      const found = await audit.verify({ personId: null, name: '服务器命令行' }, earlier);
      process.stdout.write(told(found));
      if (save !== undefined && found.checkpoint) {
        const takenAt = app.get(Clock).now().toISOString();
        await writeFile(save, `${JSON.stringify({ takenAt, ...found.checkpoint }, null, 1)}\n`);
        process.stdout.write(`指纹已保存到 ${save}。\n`);
      }
      return isIntact(found) ? 0 : 1;
    },
    [AuditModule],
  );
}

/** What `--save` left in a file. */
async function saved(file: string): Promise<Checkpoint> {
  const refuse = (what: string) => new DomainError('invalid', 'history.checkpoint', `--since ${file}：${what}`);
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch (error) {
    throw refuse(`读不了这个文件（${(error as NodeJS.ErrnoException).code}），也不是 20 位的指纹。`);
  }
  try {
    const { fingerprint, numbers } = JSON.parse(text) as Partial<Checkpoint>;
    if (/^[0-9a-f]{64}$/.test(fingerprint ?? '') && numbers?.length === LANES && numbers.every(Number.isInteger)) {
      return { fingerprint: fingerprint as string, numbers };
    }
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
  }
  throw refuse('不是 luoshi audit verify --save 保存的文件。');
}

function told({ rows, faults, faultCount, checkpoint, continues }: Verification): string {
  const lines = [
    faultCount === 0 ? `操作日志完整：${rows} 条记录，没有改动和删除。` : `操作日志有 ${faultCount} 处问题：`,
    ...faults.map((fault) => `  ${faultWords(fault)}`),
    ...(faultCount > faults.length ? [`  ……其余 ${faultCount - faults.length} 处从略`] : []),
    ...(continues === null ? [] : [continuesWords(continues, faultCount)]),
    ...(checkpoint ? [`指纹：${shownFingerprint(checkpoint.fingerprint)}`] : []),
  ];
  return `${lines.join('\n')}\n`;
}

function continuesWords(continues: boolean, faultCount: number): string {
  if (!continues) return '与此前记下的指纹不符：当时的日志后来被改写过。';
  if (faultCount > 0) return '校验码与此前记下的指纹一致：被动过的只有以上记录。';
  return '与此前记下的指纹一致：当时的日志至今没有变过。';
}

function faultWords({ kind, lane, from, to, id }: Fault): string {
  const where = `第 ${lane} 链第 ${from === to ? from : `${from} 至 ${to}`} 号`;
  return {
    altered: `${where}（记录 ${id}）被改动`,
    missing: `${where}被删除，共 ${to - from + 1} 条`,
    'missing-newest': `${where}被删除，共 ${to - from + 1} 条，是这条链最新的记录`,
    'head-altered': `第 ${lane} 链的链头与最新的记录（第 ${from} 号）不符，其中之一被改动`,
  }[kind];
}
