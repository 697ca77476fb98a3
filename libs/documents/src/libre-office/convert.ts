import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { findOffice } from './find-office';
import { TIME_OVER, type Watch } from './guard';
import { profileSettings } from './profile';
import { Turns } from './turns';

/** LibreOffice could not make anything of a file, or not in time. */
export class OfficeError extends Error {
  constructor(readonly reason: 'failed' | 'time-over' | 'too-large') {
    super(`LibreOffice: ${reason}`);
    this.name = 'OfficeError';
  }
}

export interface OfficeLimits {
  milliseconds: number;
  /** The largest result, in bytes. */
  bytes: number;
}
export const OFFICE_LIMITS: OfficeLimits = { milliseconds: 30_000, bytes: 128 << 20 };

/** Makes a file of one format into another; null on a machine without LibreOffice. Throws OfficeError. */
export type Convert = (bytes: Uint8Array, from: string, to: string) => Promise<Uint8Array | null>;

/** Each conversion takes a processor and some hundred megabytes, so there is one at a time. */
const turns = new Turns();

/** A process runs compiled code only: from the TypeScript sources (tests) the built file in `dist` stands in. */
const GUARD = __filename.endsWith('.ts')
  ? join(__dirname, '../../../../dist/libs/documents/src/libre-office/guard.js')
  : join(__dirname, 'guard.js');

/**
 * Converts by LibreOffice, in a folder and with a profile of its own that are gone afterwards; the program is ended when the time is over, or when this
 * process or thread ends. `from` and `to` are file name extensions. Null when there is no LibreOffice; throws OfficeError.
 */
export async function convert(
  bytes: Uint8Array,
  from: string,
  to: string,
  limits: OfficeLimits = OFFICE_LIMITS,
  program: string | undefined = findOffice(),
): Promise<Uint8Array | null> {
  if (program === undefined) return null;
  return turns.run(async () => {
    const folder = await mkdtemp(join(tmpdir(), 'luoshi-office-'));
    try {
      const profile = join(folder, 'profile');
      await mkdir(join(profile, 'user'), { recursive: true });
      await writeFile(join(profile, 'user', 'registrymodifications.xcu'), profileSettings());
      const source = join(folder, `source.${from}`);
      await writeFile(source, bytes);
      await watched({
        program,
        arguments: [
          `-env:UserInstallation=${pathToFileURL(profile).href}`,
          ...['--headless', '--norestore', '--nolockcheck', '--nodefault', '--nologo'],
          ...['--convert-to', to, '--outdir', join(folder, 'result'), source],
        ],
        folder,
        milliseconds: limits.milliseconds,
      });
      return await result(join(folder, 'result', `source.${to}`), limits);
    } finally {
      await rm(folder, { recursive: true, force: true, maxRetries: 3 });
    }
  });
}

function watched(watch: Watch): Promise<void> {
  // Its standard input stays open as long as we are there.
  const guard = spawn(process.execPath, [GUARD, JSON.stringify(watch)], { stdio: ['pipe', 'ignore', 'ignore'] });
  return new Promise((resolve, reject) => {
    guard.once('error', reject);
    guard.once('exit', (code) => {
      if (code === 0) resolve();
      else reject(new OfficeError(code === TIME_OVER ? 'time-over' : 'failed'));
    });
  });
}

/** LibreOffice ends without complaint also when it could not read the file: then there is no result. */
async function result(file: string, limits: OfficeLimits): Promise<Uint8Array> {
  const size = existsSync(file) ? (await stat(file)).size : 0;
  if (size === 0) throw new OfficeError('failed');
  if (size > limits.bytes) throw new OfficeError('too-large');
  return readFile(file);
}
