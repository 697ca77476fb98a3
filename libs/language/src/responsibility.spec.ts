import { findResponsibilities, roleOfLabel, splitNames } from './responsibility';

const read = (text: string): string[] => findResponsibilities(text).map(({ name, role }) => `${role}:${name}`);

describe('findResponsibilities', () => {
  it.each([
    ['压实责任。（责任单位：区教育局；完成时限：11月底）', ['responsible:区教育局']],
    [
      '（牵头单位：区发改局；责任单位：区住建局、青石街道）',
      ['lead:区发改局', 'responsible:区住建局', 'responsible:青石街道'],
    ],
    [
      '牵头单位：区发改局，配合单位：区教育局、各镇（街道）',
      ['lead:区发改局', 'supporting:区教育局', 'supporting:各镇（街道）'],
    ],
    ['责任领导：李四  责任人：王五', ['leader:李四', 'person:王五']],
    ['由区应急管理局牵头，开展联合检查。', ['lead:区应急管理局']],
    ['由区住建局负责组织实施。', ['responsible:区住建局']],
    [
      '完善预案。（区应急局牵头，临河街道、青石街道配合）',
      ['lead:区应急局', 'supporting:临河街道', 'supporting:青石街道'],
    ],
    ['健全台账。（区教育局、区住建局负责）', ['responsible:区教育局', 'responsible:区住建局']],
    ['落实经费保障。（区财政局、区教育局）', ['responsible:区财政局', 'responsible:区教育局']],
    ['整改责任单位：区委组织部等单位', ['responsible:区委组织部']],
  ])('%s', (text, units) => expect(read(text)).toEqual(units));

  it.each([
    '企业牵头比例超过85%。',
    '压实各单位主体责任，加强部门配合。',
    '对党负责、为民尽责。',
    '无牵头单位的，责任单位即为牵头单位。',
    '主要负责同志亲自抓。',
    '支持行业领军企业牵头组建创新联合体。',
    '完善配合机制（含应急预案）。',
  ])('%s names nobody', (text) => expect(read(text)).toEqual([]));
});

describe('labels and lists', () => {
  it.each([
    ['牵头单位', 'lead'],
    ['责任部门', 'responsible'],
    ['协办单位', 'supporting'],
    ['分管领导', 'leader'],
    ['责任人', 'person'],
    ['工作任务', null],
  ])('%s → %s', (label, role) => expect(roleOfLabel(label)).toBe(role));
  it('splits names and leaves 等 and 和 out', () =>
    expect(splitNames('区发改局、区教育局，和各镇（街道、园区）等单位')).toEqual([
      '区发改局',
      '区教育局',
      '各镇（街道、园区）',
    ]));
});
