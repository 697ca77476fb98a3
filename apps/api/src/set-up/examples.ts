import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const ORGANISATION = 'organisation.xlsx';

/** The folder `examples` of the project; it lies further up from the compiled file than from the source. Null when it was left out. */
function folder(): string | null {
  for (let above = __dirname; above !== dirname(above); above = dirname(above)) {
    if (existsSync(join(above, 'examples', ORGANISATION))) return join(above, 'examples');
  }
  return null;
}

export interface ExampleFiles {
  organisation: Buffer;
  reports: { fileName: string; bytes: Buffer }[];
}

export const hasExamples = (): boolean => folder() !== null;

/** The example organisation and the sample reports; null when this installation has none. */
export function readExamples(): ExampleFiles | null {
  const examples = folder();
  if (examples === null) return null;
  const reports = readdirSync(examples).filter((name) => /\.(docx|txt)$/.test(name));
  return {
    organisation: readFileSync(join(examples, ORGANISATION)),
    reports: reports.sort().map((fileName) => ({ fileName, bytes: readFileSync(join(examples, fileName)) })),
  };
}
