import type { EntityManager } from 'typeorm';
import type { Block } from '#documents/word-writer/blocks';
import { writeWord, type WordSection } from '#documents/word-writer/write-word';
import { fullDay } from '../composing/chinese-day';
import { paragraphsOf, shownSections } from '../composing/shown';
import type { Summary } from '../summary.entity';
import { annexesOf } from './annexes';

/** The report in the layout of GB/T 9704, with its tables as annexes; a draft has neither number nor signature. */
export async function summaryAsWord(db: EntityManager, summary: Summary): Promise<Buffer> {
  const annexes = await annexesOf(db, summary);
  const main: Block[] = [
    { kind: 'title', text: summary.title },
    ...(summary.number === null ? [] : [{ kind: 'number' as const, text: summary.number }]),
    ...(summary.recipients === null ? [] : [{ kind: 'recipients' as const, text: addressed(summary.recipients) }]),
    ...shownSections(summary.composition, summary.edits).flatMap((section): Block[] => [
      { kind: 'heading', level: 1, text: section.heading },
      ...paragraphsOf(section).map((text): Block => ({ kind: 'paragraph', text })),
    ]),
    ...(annexes.length === 0 ? [] : [{ kind: 'annexes' as const, titles: annexes.map(({ title }) => title) }]),
    ...signed(summary),
  ];
  const sections = annexes.map(({ title, note, columns, rows }, index): WordSection => ({
    sideways: true,
    blocks: [
      { kind: 'annex', text: annexes.length === 1 ? '附件' : `附件${index + 1}` },
      { kind: 'caption', text: title },
      { kind: 'note', text: note },
      { kind: 'table', columns, rows },
    ],
  }));
  const { issuedOn, composition } = summary;
  // Midnight of the day it bears, so that the same report is the same file.
  const made = new Date(`${issuedOn ?? composition.covered.asOf}T00:00:00Z`);
  return writeWord(summary.title, [{ blocks: main }, ...sections], made);
}

const addressed = (recipients: string) => (/[：:]$/.test(recipients) ? recipients : `${recipients}：`);

const signed = ({ signatory, issuedOn }: Summary): Block[] =>
  signatory === null || issuedOn === null ? [] : [{ kind: 'signature', signatory, date: fullDay(issuedOn) }];
