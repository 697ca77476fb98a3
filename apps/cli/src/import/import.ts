import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { SessionsService } from '#organisation/sessions.service';
import { UnitDirectory } from '#organisation/unit-directory';
import { isDay } from '#language/day';
import { DomainError } from '#platform/domain-error';
import { DocumentsService } from '#reports/documents.service';
import type { ImportResult } from '#reports/report.view';
import { withApplication } from '../application-context';

export interface ImportArguments {
  files: string[];
  as: string;
  unit?: string;
  receivedOn?: string;
}

/** Imports every file and tells for each what was found. Gives the exit code. */
export async function importFiles({ files, as, unit, receivedOn }: ImportArguments): Promise<number> {
  const refuse = (message: string) => {
    process.stderr.write(`${message}\n`);
    return 2;
  };
  if (receivedOn !== undefined && !isDay(receivedOn))
    return refuse(`--received-on ${receivedOn}：应为 2026-10-08 形式的有效日期。`);
  return withApplication(async (app) => {
    const actor = await app.get(SessionsService).actorOf(as);
    if (!actor?.may('report.import')) return refuse(`没有登录名为“${as}”的督办员。请用 --as 指定一位督办员。`);
    const find = await app.get(UnitDirectory).finder(actor.unitsFor('report.import'));
    const unitId = unit === undefined ? undefined : find(unit);
    if (unitId === null) return refuse(`没有找到单位“${unit}”，或它不在“${as}”的管理范围内。`);

    let failed = 0;
    for (const file of files) {
      try {
        const request = { fileName: basename(file), bytes: await readFile(file), unitId, receivedOn };
        process.stdout.write(told(file, await app.get(DocumentsService).import(actor, request)));
      } catch (error) {
        failed++;
        process.stderr.write(`${file}：${reason(error)}\n`);
      }
    }
    return failed > 0 ? 1 : 0;
  });
}

function told(file: string, result: ImportResult): string {
  const lines = result.reports.map(
    ({ title, unitName, counts }) =>
      `  ${title}（${unitName}）：下一步工作 ${counts.nextSteps} 项，问题 ${counts.problems} 个`,
  );
  const state = result.alreadyImported ? '此前已导入，未重复导入' : `已导入 ${result.reports.length} 份报告`;
  return [`${file}：${state}`, ...lines, ...result.warnings.map((warning) => `  注意：${warning}`), ''].join('\n');
}

function reason(error: unknown): string {
  if (error instanceof DomainError) return error.message;
  const { code } = error as NodeJS.ErrnoException;
  if (code === 'ENOENT') return '没有这个文件。';
  if (code === 'EISDIR') return '这是一个目录，请指定文件。';
  if (code === 'EACCES') return '没有读取这个文件的权限。';
  throw error;
}
