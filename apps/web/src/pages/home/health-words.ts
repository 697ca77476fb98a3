import type { HealthSheet } from '../../api/generated';
import type { Light } from '../../words';
import { t } from '../../language/t';

export type UnitHealth = HealthSheet['units'][number];

/** What a sheet is narrowed to, for its links. */
export interface Due {
  dueFrom?: string;
  dueTo?: string;
}

/** From the most to the least pressing. */
export const LIGHT_ORDER: readonly Light[] = ['red', 'yellow', 'blue', 'green', 'purple'];

export const COLOURS: Record<Light, string> = {
  red: t`红色`,
  yellow: t`黄色`,
  blue: t`蓝色`,
  green: t`绿色`,
  purple: t`紫色`,
};

/** Units with more that is late stand first. */
export const byPressure = (a: UnitHealth, b: UnitHealth): number =>
  b.red - a.red || b.yellow - a.yellow || b.blue - a.blue;
