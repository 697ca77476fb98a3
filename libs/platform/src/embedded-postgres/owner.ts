import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** A process is the same one only when it also started at the same time; numbers are used again. */
function startOf(pid: number): string | null {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ESRCH') return null;
  }
  const stat = `/proc/${pid}/stat`;
  if (!existsSync(stat)) return process.platform === 'linux' ? null : 'running';
  // The fields after the name, which may itself hold blanks and brackets; the 20th of them is the start time.
  return readFileSync(stat, 'utf8')
    .replace(/^.*\) /s, '')
    .split(' ')[19];
}

/** Notes which process works on a data folder, so that no second one takes its database away. */
export class Owner {
  private readonly file: string;

  constructor(dataDir: string) {
    this.file = join(dataDir, 'luoshi.pid');
  }

  /** The living process that owns the folder; null when there is none. */
  get pid(): number | null {
    if (!existsSync(this.file)) return null;
    const [pid, start] = readFileSync(this.file, 'utf8').split(' ');
    return Number(pid) > 0 && startOf(Number(pid)) === start?.trim() ? Number(pid) : null;
  }

  take(): void {
    writeFileSync(this.file, `${process.pid} ${startOf(process.pid)}\n`);
  }

  release(): void {
    if (this.pid === process.pid) rmSync(this.file);
  }
}
