import { existsSync, readdirSync, statSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const NAMES = ['soffice', 'libreoffice'];
/** Where LibreOffice lies when it is not on the path. */
const PLACES = [
  '/usr/bin',
  '/usr/lib/libreoffice/program',
  '/usr/local/bin',
  '/snap/bin',
  '/Applications/LibreOffice.app/Contents/MacOS',
];

/** The program of LibreOffice on this machine; undefined when there is none. */
export function findOffice(
  path = process.env.PATH ?? '',
  places: readonly string[] = usualPlaces(),
): string | undefined {
  const folders = [...path.split(delimiter).filter(Boolean), ...places];
  return folders.flatMap((folder) => NAMES.map((name) => join(folder, name))).find(isFile);
}

/** The packages of its makers install into /opt/libreoffice24.8; the newest comes first. */
function usualPlaces(): string[] {
  const packages = existsSync('/opt') ? readdirSync('/opt').filter((name) => name.startsWith('libreoffice')) : [];
  return [
    ...PLACES,
    ...packages
      .sort()
      .reverse()
      .map((name) => join('/opt', name, 'program')),
  ];
}

function isFile(file: string): boolean {
  return existsSync(file) && statSync(file).isFile();
}
