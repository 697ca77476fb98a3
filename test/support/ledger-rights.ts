import type { LedgerSettings } from '../../libs/tasks/src/ledger-import/ledger.dto';
import type { Asked, Line } from './rights-table';
import type { SubTree } from './sub-tree';

const may = ['supervisor'] as const;

const SETTINGS: LedgerSettings = {
  ...{ sheet: '表格', headRow: 1, fields: ['title', 'leadUnit'], year: 2026, statuses: 'draft' },
  ...{ units: [], people: [], duplicates: [] },
};

/** A ledger with one task for the unit, and how it is to be read. */
const ledger =
  (settings?: object) =>
  ({ mark, unit }: SubTree): Asked => ({
    file: {
      name: '台账.csv',
      bytes: Buffer.from(`工作任务,牵头单位\n${mark}片区台账任务,${unit.name}\n`),
      ...(settings ? { fields: { settings: JSON.stringify(settings) } } : {}),
    },
  });

const one = async (there: SubTree): Promise<Asked> => ({ path: { id: await there.ledgerImport() } });

/** A row for a unit out of scope is an error of that row; ledger-import.spec.ts tests what is said of rows. */
export const LEDGER_RIGHTS: Record<string, Line> = {
  'GET /ledger-imports': { may, outside: 'whole' },
  'GET /ledger-imports/template': { may, outside: 'free' },
  'POST /ledger-imports/read': { may, outside: 'free', ask: ledger() },
  'POST /ledger-imports/preview': { may, outside: 'free', ask: ledger(SETTINGS) },
  'POST /ledger-imports': {
    ...{ may, outside: 'free' },
    ask: ledger({ ...SETTINGS, preview: '0'.repeat(64), skipErrors: false }),
  },
  'GET /ledger-imports/{id}/original': {
    ...{ may: ['supervisor', 'leader', 'liaison', 'auditor'], outside: 'unknown', ask: one },
  },
  'POST /ledger-imports/{id}/undo': { may, outside: 'unknown', ask: one },
};
