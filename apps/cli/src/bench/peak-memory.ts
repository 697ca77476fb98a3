import { readFileSync } from 'node:fs';
import { readDocument } from '#documents/read-document';
import { extract } from '#extraction/extract';

/** A process of its own: reads the file named on its command line, and prints the most memory it ever held, in MB. */
async function main(file: string): Promise<void> {
  extract(await readDocument(readFileSync(file)), { receivedOn: '2026-10-12' });
  // `maxRSS` counts kilobytes.
  console.log(process.resourceUsage().maxRSS / 1024);
}

void main(process.argv[2]);
