import { spawn, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';

const MAIN = join(__dirname, '..', '..', 'dist', 'apps', 'cli', 'src', 'main.js');

/** A running `luoshi` command from the build. */
export class LuoshiProcess {
  output = '';
  private readonly child: ChildProcess;
  private readonly ended: Promise<number | null>;

  constructor(args: string[], env: Record<string, string>) {
    // In a group of its own, as a shell would start it.
    this.child = spawn(process.execPath, [MAIN, ...args], {
      detached: true,
      env: { PATH: process.env.PATH, HOME: process.env.HOME, LOG_LEVEL: 'error', ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    for (const stream of [this.child.stdout, this.child.stderr]) {
      stream?.on('data', (chunk: Buffer) => (this.output += chunk.toString()));
    }
    this.ended = new Promise((resolve) => this.child.once('close', resolve));
  }

  get pid(): number {
    if (this.child.pid === undefined) throw new Error('not started');
    return this.child.pid;
  }

  /** Waits until the output matches; rejects when the process ends first. */
  async says(pattern: RegExp): Promise<RegExpExecArray> {
    for (;;) {
      const found = pattern.exec(this.output);
      if (found) return found;
      const code = await Promise.race([this.ended, this.moreOutput()]);
      if (code !== 'more' && !pattern.test(this.output)) {
        throw new Error(`ended with ${code} before saying ${pattern}:\n${this.output}`);
      }
    }
  }

  /** Ctrl-C: the whole group of the terminal gets the signal. */
  interrupt(signal: NodeJS.Signals = 'SIGINT'): void {
    process.kill(-this.pid, signal);
  }

  /** The exit code. */
  end(): Promise<number | null> {
    return this.ended;
  }

  /** Ends it in whatever state it is, and waits. */
  async kill(): Promise<void> {
    if (this.child.exitCode === null && this.child.signalCode === null) this.child.kill('SIGKILL');
    await this.ended;
  }

  private moreOutput(): Promise<'more'> {
    return new Promise((resolve) => {
      for (const stream of [this.child.stdout, this.child.stderr]) stream?.once('data', () => resolve('more'));
    });
  }
}
