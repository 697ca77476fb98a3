import { randomUUID } from 'node:crypto';
import { NO_EDITS } from '../../libs/summaries/src/composing/shown';
import { compose } from '../../libs/summaries/src/composing/compose';
import { Summary } from '../../libs/summaries/src/summary.entity';
import type { Line } from './rights-table';
import type { SubTree } from './sub-tree';

const SUPERVISOR = ['supervisor'] as const;
const READERS = ['supervisor', 'leader', 'liaison', 'auditor'] as const;

const COVERED = {
  ...{ start: '2026-01-01', end: '2026-03-31', label: '2026年第一季度', asOf: '2026-03-31' },
  ahead: { start: '2026-04-01', end: '2026-06-30', label: '2026年第二季度' },
};
let year = 1900;

/** A draft of the unit for a quarter that no other has. */
async function summaryIn({ db, unit, mark }: SubTree): Promise<Summary> {
  const period = { periodKind: 'quarter', periodStart: `${++year}-01-01`, periodEnd: `${year}-03-31` } as const;
  const composed = { composition: { unitName: unit.name, covered: COVERED, ...compose(COVERED, []) }, fingerprint: '' };
  const draft = { unitId: unit.id, title: `${mark}片区报告`, composedAt: new Date(), edits: NO_EDITS };
  return db.getRepository(Summary).save({ ...period, ...composed, ...draft });
}

const one = (more: object = {}, path: Record<string, string> = {}): Pick<Line, 'ask'> => ({
  ask: async (there) => {
    const { id, version } = await summaryIn(there);
    return { path: { id, ...path }, body: { version, ...more } };
  },
});
const read = (path: Record<string, string> = {}): Line => ({ may: READERS, outside: 'unknown', ...one({}, path) });
const write = (more: object = {}): Line => ({ may: SUPERVISOR, outside: 'unknown', ...one(more) });

export const SUMMARY_RIGHTS: Record<string, Line> = {
  'GET /summaries': {
    ...{ may: READERS, outside: 'nothing' },
    ask: async (there) => {
      await summaryIn(there);
      return { query: `unitId=${there.unit.id}` };
    },
  },
  'POST /summaries': {
    ...{ may: SUPERVISOR, outside: 'unknown' },
    ask: ({ unit }) => ({ body: { unitId: unit.id, period: 'year', day: '2026-06-30' } }),
  },
  'GET /summaries/{id}': read(),
  'GET /summaries/{id}/figures/{key}/rows': read({ key: 'total' }),
  'GET /summaries/{id}/word': read(),
  'GET /summaries/{id}/snapshot': read(),
  'PATCH /summaries/{id}': write({ title: '改名' }),
  'POST /summaries/{id}/refresh': write(),
  'PATCH /summaries/{id}/sentences': write({ key: 'lead:total', text: '改写' }),
  'POST /summaries/{id}/sentences': write({ section: 'overall', text: '补充' }),
  'PUT /summaries/{id}/order': write({ section: 'extensions', keys: ['lead:extended'] }),
  'POST /summaries/{id}/issue': write({ number: '督〔2026〕1号', issuedOn: '2026-04-01', signatory: randomUUID() }),
};
