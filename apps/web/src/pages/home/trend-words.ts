import type { Trend } from '../../api/generated';
import { LIGHTS } from '../../words';
import { taskAddress, UNDER_WAY } from './task-address';
import { t } from '../../language/t';

export type Quarter = Trend['quarters'][number];

/** What became of the tasks of a quarter, and where the list of tasks shows them. */
export const OUTCOMES = [
  { key: 'doneInTime', name: t`按期办结`, colour: LIGHTS.green.colour, asks: { light: ['green'], status: ['closed'] } },
  { key: 'doneLate', name: t`逾期办结`, colour: LIGHTS.purple.colour, asks: { light: ['purple'] } },
  { key: 'overdue', name: t`逾期未办结`, colour: LIGHTS.red.colour, asks: { light: ['red'] } },
  {
    key: 'open',
    name: t`未到期在办`,
    colour: LIGHTS.blue.colour,
    asks: { light: ['blue', 'yellow', 'green'], status: UNDER_WAY },
  },
] as const;
export type Outcome = (typeof OUTCOMES)[number];

export const outcomeAddress = (unitId: string, { start, end }: Quarter, { asks }: Outcome): string =>
  taskAddress({ unitId, ...asks, dueFrom: start, dueTo: end });

/** All of a quarter's. */
export const quarterAddress = (unitId: string, { start, end }: Quarter): string =>
  taskAddress({ unitId, status: [...UNDER_WAY, 'closed'], dueFrom: start, dueTo: end });

export const percentWord = (percent: number | null): string => (percent === null ? '—' : `${percent}%`);

/** 2026年第三季度 → 26年三季度 */
export const shortLabel = (label: string): string => label.replace(/^\d\d(\d\d年)第/, '$1');
