import { spawn, type ChildProcess } from 'node:child_process';
import { rmSync } from 'node:fs';

/** What the guard is told, as JSON in its only argument. */
export interface Watch {
  program: string;
  arguments: string[];
  /** The folder that the program works in, removed when nobody waits for the result any more. */
  folder: string;
  milliseconds: number;
}
/** The exit code that says that the time was over. */
export const TIME_OVER = 124;

/**
 * A process that starts LibreOffice and ends it: when its time is over, and when the other end of our standard input closes because whoever
 * waited is gone. A thread that is terminated, or a process that is killed, cannot end its children itself.
 */
export function guard(watch: Watch): void {
  const office = spawn(watch.program, watch.arguments, {
    cwd: watch.folder,
    // A group of its own, because the program starts others.
    detached: true,
    stdio: 'ignore',
    env: { PATH: process.env.PATH, LANG: 'C.UTF-8', HOME: watch.folder, TMPDIR: watch.folder },
  });
  const end = (code: number): void => {
    killGroup(office);
    process.exit(code);
  };
  const abandon = (): void => {
    killGroup(office);
    rmSync(watch.folder, { recursive: true, force: true });
    process.exit(1);
  };
  office.once('error', () => process.exit(1));
  office.once('exit', (code) => end(code ?? 1));
  setTimeout(() => end(TIME_OVER), watch.milliseconds);
  process.stdin.resume().once('close', abandon).once('error', abandon);
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.once(signal, abandon);
}

function killGroup({ pid }: ChildProcess): void {
  if (pid === undefined) return;
  try {
    process.kill(-pid, 'SIGKILL');
  } catch (error) {
    // The group is gone already.
    if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error;
  }
}

if (require.main === module) guard(JSON.parse(process.argv[2]) as Watch);
