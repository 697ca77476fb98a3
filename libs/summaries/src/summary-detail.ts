import type { EntityManager } from 'typeorm';
import type { Actor } from '#organisation/actor';
import { subtreeOf } from '#organisation/unit-tree';
import { paragraphsOf, shownSections } from './composing/shown';
import type { Summary } from './summary.entity';
import type { LeftEdit, SummaryDetail } from './summary.view';

export async function summaryDetail(db: EntityManager, actor: Actor, summary: Summary): Promise<SummaryDetail> {
  const { id, unitId, title, status, number, issuedOn, version, recipients, signatory, sha256 } = summary;
  const { unitName, covered, figures, branches } = summary.composition;
  const draft = status === 'draft';
  return {
    ...{ id, unitId, unitName, title, status, number, issuedOn, version, recipients, signatory, sha256 },
    ...{ period: summary.periodKind, periodLabel: covered.label },
    ...{ periodStart: summary.periodStart, periodEnd: summary.periodEnd },
    ...{ asOf: covered.asOf, composedAt: summary.composedAt.toISOString(), figures, branches },
    behind: draft && (await isBehind(db, summary)),
    sections: shownSections(summary.composition, summary.edits).map((section) => ({
      ...section,
      paragraphs: paragraphsOf(section),
    })),
    leftEdits: leftEdits(summary),
    editable: draft && actor.covers('task.assign', unitId),
  };
}

function leftEdits({ composition, edits }: Summary): LeftEdit[] {
  const present = new Set(composition.sections.flatMap(({ sentences }) => sentences.map(({ key }) => key)));
  return Object.entries(edits.sentences).flatMap(([key, { text }]) =>
    text === undefined || present.has(key) ? [] : [{ key, text }],
  );
}

async function isBehind(db: EntityManager, { unitId, composedAt }: Summary): Promise<boolean> {
  const [{ behind }] = await db.query<{ behind: boolean }[]>(
    `SELECT EXISTS (SELECT 1 FROM task t WHERE t.lead_unit_id = ANY($1::uuid[]) AND t.updated_at > $2)
       OR EXISTS (SELECT 1 FROM problem p WHERE p.unit_id = ANY($1::uuid[]) AND p.updated_at > $2) AS behind`,
    [await subtreeOf(db, unitId), composedAt],
  );
  return behind;
}
