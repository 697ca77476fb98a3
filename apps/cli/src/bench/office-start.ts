import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { findOffice } from '#documents/libre-office/find-office';

/** Milliseconds that LibreOffice needs to start, convert one line of text and end; undefined on a machine without it. */
export function officeStart(): number | undefined {
  const program = findOffice();
  if (program === undefined) return undefined;
  const folder = mkdtempSync(join(tmpdir(), 'luoshi-bench-office-'));
  try {
    const line = join(folder, 'line.txt');
    writeFileSync(line, '年底前完成。\n');
    const convert = (): number => {
      const outcome = join(folder, 'result');
      const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`;
      const start = process.hrtime.bigint();
      spawnSync(program, [profile, '--headless', '--norestore', '--convert-to', 'txt', '--outdir', outcome, line]);
      const milliseconds = Number(process.hrtime.bigint() - start) / 1e6;
      if (!existsSync(join(outcome, 'line.txt'))) throw new Error('LibreOffice 没有转换成功，无法测速。');
      return milliseconds;
    };
    // The first run sets up the profile.
    convert();
    return convert();
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  }
}
