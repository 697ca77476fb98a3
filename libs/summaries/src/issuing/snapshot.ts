import { createHash } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { shownSections } from '../composing/shown';
import type { Summary } from '../summary.entity';
import { storedRows } from '../stored-rows';
import { canonicalJson } from './canonical-json';

type Frozen = Pick<
  Summary,
  | 'id'
  | 'unitId'
  | 'periodKind'
  | 'title'
  | 'recipients'
  | 'number'
  | 'issuedOn'
  | 'signatory'
  | 'composition'
  | 'edits'
>;

/**
 * The frozen snapshot, a line of canonical JSON for each part: what the report is, each row as it was, and at last figures
 * and text. Nothing in it tells when or by whom it was made: the same period and the same data give the same bytes.
 */
export async function* snapshotLines(db: EntityManager, summary: Frozen): AsyncGenerator<string> {
  const { unitId, periodKind, title, recipients, number, issuedOn, signatory, composition, edits } = summary;
  const { unitName, covered, figures, branches } = composition;
  const head = { unitId, unitName, periodKind, covered, title, recipients, number, issuedOn, signatory };
  yield `${canonicalJson(head)}\n`;
  for await (const rows of storedRows(db, summary.id)) {
    for (const { counts, data } of rows) yield `{"counts":${canonicalJson(counts)},"row":${data}}\n`;
  }
  const sections = shownSections(composition, edits).map(({ key, heading, sentences }) => ({
    ...{ key, heading },
    sentences: sentences
      .filter(({ hidden }) => !hidden)
      .map(({ text, item, taskId, problemId, progressEntryId, figures: named, anchor }) => ({
        ...{ text, item, taskId, problemId, progressEntryId, figures: named, anchor },
      })),
  }));
  yield `${canonicalJson({ figures, branches, sections })}\n`;
}

/** SHA-256 over the snapshot's bytes, in hexadecimal. */
export async function snapshotHash(db: EntityManager, summary: Frozen): Promise<string> {
  const hash = createHash('sha256');
  for await (const line of snapshotLines(db, summary)) hash.update(line, 'utf8');
  return hash.digest('hex');
}
