import { presetsFrom } from './presets';

it.each([
  [0, ['+10%:10', '25%:25', '50%:50', '75%:75', '100%:100']],
  [25, ['+10%:35', '50%:50', '75%:75', '100%:100']],
  [85, ['+10%:95', '100%:100']],
  [95, ['100%:100']],
  [100, []],
])('from %d%%: %j', (progress, offered) =>
  expect(presetsFrom(progress).map(({ label, percent }) => `${label}:${percent}`)).toEqual(offered),
);
