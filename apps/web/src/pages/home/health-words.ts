import type { HealthSheet } from '../../api/generated';
import type { Light } from '../../words';

export type UnitHealth = HealthSheet['units'][number];

/** What a sheet is narrowed to, for its links. */
export interface Due {
  dueFrom?: string;
  dueTo?: string;
}

/** From the most to the least pressing. */
export const LIGHT_ORDER: readonly Light[] = ['red', 'yellow', 'blue', 'green', 'purple'];

export const COLOURS: Record<Light, string> = {
  red: '红色',
  yellow: '黄色',
  blue: '蓝色',
  green: '绿色',
  purple: '紫色',
};

/** Units with more that is late stand first. */
export const byPressure = (a: UnitHealth, b: UnitHealth): number =>
  b.red - a.red || b.yellow - a.yellow || b.blue - a.blue;
