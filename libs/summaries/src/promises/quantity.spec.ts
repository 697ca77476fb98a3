import { compareQuantities, quantitiesIn } from './quantity';

it.each<[string, [number, string][]]>([
  [
    '改造老旧小区12个、惠及居民3200户',
    [
      [12, '个'],
      [3200, '户'],
    ],
  ],
  ['新建农村公路３.5公里', [[3500, '米']]],
  ['集中式饮用水水源地水质达标率达到98%', [[98, '%']]],
  ['引进到位资金十五亿元', [[15e8, '元']]],
  ['培训村干部二百余人次', [[200, '人']]],
  ['第3个百日行动、这2项工作', []],
  ['6月底前完成，每个街道一个方案', []],
])('%s', (text, expected) => expect(quantitiesIn(text).map(({ value, unit }) => [value, unit])).toEqual(expected));

it.each<[string, string, string, [number, number][]]>([
  ['one of its unit on both sides', '新建公园3个', '已建成口袋公园2个', [[3, 2]]],
  [
    'several: by what is counted',
    '改造小区12个、新增车位300个',
    '新增车位260个，改造小区12个',
    [
      [12, 12],
      [300, 260],
    ],
  ],
  ['another unit is not compared', '完成投资2亿元', '完成土方5万吨', []],
  ['units of the same kind are', '硬化道路3公里', '硬化道路2800米', [[3000, 2800]]],
])('%s', (_, promised, told, expected) =>
  expect(
    compareQuantities(quantitiesIn(promised), quantitiesIn(told)).map((one) => [one.promised.value, one.told.value]),
  ).toEqual(expected),
);
