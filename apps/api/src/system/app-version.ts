import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The version in the project's package.json, which lies further up from the compiled file than from the source. */
export function appVersion(): string {
  for (let above = __dirname; above !== dirname(above); above = dirname(above)) {
    const file = join(above, 'package.json');
    if (existsSync(file)) return (JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version;
  }
  return '未知';
}
