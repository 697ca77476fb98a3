import { dependsOnYear, dueCell } from './due-cell';
import { peopleInCell, unitsInCell } from './names-cell';
import { areFractions, percentOf, statusOf } from './status-cell';

describe('完成时限', () => {
  it.each([
    ['2026年6月底前', '2026-06-30'],
    ['6月30日', '2026-06-30'],
    ['6月30日前', '2026-06-30'],
    ['2026.6.30', '2026-06-30'],
    ['2026/6/30', '2026-06-30'],
    ['2026-06-30 00:00:00', '2026-06-30'],
    ['2026年6月30日', '2026-06-30'],
    ['2026年\n6月30日前', '2026-06-30'],
    ['２０２６年６月３０日', '2026-06-30'],
    ['二〇二六年六月三十日', '2026-06-30'],
    ['20260630', '2026-06-30'],
    ['46203', '2026-06-30'],
    ['6.30', '2026-06-30'],
    ['2026.6', '2026-06-30'],
    ['2026年', '2026-12-31'],
    ['2027年底', '2027-12-31'],
    ['年底前', '2026-12-31'],
    ['全年', '2026-12-31'],
    ['第三季度', '2026-09-30'],
    ['二季度末', '2026-06-30'],
    ['上半年', '2026-06-30'],
    ['10月中旬', '2026-10-20'],
    ['3月-10月', '2026-10-31'],
    ['2026年12月31日前完成', '2026-12-31'],
    ['2028年2月29日', '2028-02-29'],
    ['“十四五”末', '2025-12-31'],
  ])('%s → %s', (written, day) => expect(dueCell(written, 2026)).toMatchObject({ day, error: null }));

  it.each([['长期坚持'], ['立行立改'], ['持续推进'], ['尽快'], ['汛期前']])('%s has no day, and says so', (written) => {
    const cell = dueCell(written, 2026);
    expect(cell).toMatchObject({ day: null, error: null });
    expect(cell.warning).toContain(written);
  });

  it.each([['2月30日'], ['2026年2月29日'], ['2026.13.1'], ['2026-06-31'], ['13.5'], ['99999'], ['6月31日前完成']])(
    '%s is no day of any calendar',
    (written) => expect(dueCell(written, 2026).error).toContain('没有“'),
  );

  it('takes the last of several days, and says so', () => {
    const cell = dueCell('6月底前整顿一批，10月底前提升一批', 2026);
    expect(cell.day).toBe('2026-10-31');
    expect(cell.warning).toContain('2026-10-31');
  });
  it('knows what comes back', () =>
    expect(dueCell('每月底前报送', 2026)).toMatchObject({ day: null, recurrence: '每月底前' }));
  it.each([[''], ['/'], ['—'], ['无']])('"%s" says nothing', (written) =>
    expect(dueCell(written, 2026)).toEqual({ day: null, recurrence: null, error: null, warning: null }),
  );
  it.each([
    ['6月底前', true],
    ['年底前', true],
    ['2月29日', true],
    ['2026年6月底前', false],
    ['长期坚持', false],
    ['46203', false],
  ])('whether %s needs a year: %s', (written, needs) => expect(dependsOnYear(written)).toBe(needs));
});

describe('单位', () => {
  it.each([
    ['区教育局', '区教育局'],
    ['区教育局、区住建局牵头，街道配合', '区教育局 区住建局 +街道'],
    ['牵头单位：区教育局\n配合单位：区住建局、青石街道', '区教育局 +区住建局 +青石街道'],
    ['区教育局（牵头）、区住建局', '区教育局 区住建局'],
    ['区教育局 区住建局', '区教育局 区住建局'],
    ['区教育局；区住建局', '区教育局 区住建局'],
    ['区教育局\n区住建局', '区教育局 区住建局'],
    ['区教育局/区住建局', '区教育局 区住建局'],
    ['区住建局配合', '+区住建局'],
    ['区教育局等相关单位', '区教育局'],
    ['各相关单位', ''],
    ['无', ''],
  ])('%s', (cell, units) =>
    expect(
      unitsInCell(cell)
        .map(({ name, supports }) => `${supports ? '+' : ''}${name}`)
        .join(' '),
    ).toBe(units),
  );
});

describe('人员', () => {
  it.each([
    ['陶晓雯', '陶晓雯'],
    ['陶晓雯、许一鸣', '陶晓雯 许一鸣'],
    ['陶晓雯 许一鸣', '陶晓雯 许一鸣'],
    ['张  三', '张三'],
    ['陶晓雯（科长）13800000000', '陶晓雯'],
    ['许一鸣同志', '许一鸣'],
    ['联系人：邵建国 0571-88888888', '邵建国'],
    ['陶晓雯\n许一鸣', '陶晓雯 许一鸣'],
    ['欧阳晓晨主任', '欧阳晓晨'],
  ])('%s', (cell, people) => expect(peopleInCell(cell).join(' ')).toBe(people));
});

describe('状态和完成率', () => {
  it.each([
    ['已完成', 'closed'],
    ['办结', 'closed'],
    ['已销号', 'closed'],
    ['是', 'closed'],
    ['√', 'closed'],
    ['进行中', 'in-progress'],
    ['正在推进中', 'in-progress'],
    ['未完成', 'in-progress'],
    ['超期', 'in-progress'],
    ['基本完成', 'in-progress'],
    ['未启动', 'assigned'],
    ['待办', 'assigned'],
    ['暂缓', 'suspended'],
    ['蓝天白云', null],
  ])('%s → %s', (written, status) => expect(statusOf(written)).toBe(status));

  it.each([
    ['80%', false, 80],
    ['80％', false, 80],
    ['0.8', true, 80],
    ['80', false, 80],
    ['1', true, 100],
    ['1', false, 1],
    ['约 62.5%', false, 63],
    ['已完成', false, 100],
    ['未启动', false, 0],
    ['120%', false, 120],
    ['-5', false, -5],
    ['较好', false, null],
  ])('%s (fractions: %s) → %s', (written, fractions, percent) => expect(percentOf(written, fractions)).toBe(percent));

  it('tells a column of fractions by all its numbers', () =>
    expect([areFractions(['0.8', '1', '已完成']), areFractions(['0.8', '60']), areFractions(['60%'])]).toEqual([
      ...[true, false, false],
    ]));
});
