import { findEnumeration, readMarker } from './markers';

describe('readMarker', () => {
  it.each([
    ['一、工作开展情况', 'comma', '一、', 1],
    ['十二、其他事项', 'comma', '十二、', 12],
    ['（三）加强督查', 'bracket', '（三）', 3],
    ['(二) 抓好落实', 'bracket', '(二)', 2],
    ['1.压实责任', 'dot', '1.', 1],
    ['2、完善制度', 'dot', '2、', 2],
    ['３．开展排查', 'dot', '３．', 3],
    ['（4）建立台账', 'paren', '（4）', 4],
    ['5）整改销号', 'paren', '5）', 5],
    ['⑥复查', 'circle', '⑥', 6],
    ['1.2 完善机制', 'decimal', '1.2', 2],
    ['一是认识不足', 'is', '一是', 1],
    ['二要严明纪律', 'is', '二要', 2],
    ['第三，强化保障', 'ordinal', '第三，', 3],
    ['第一部分 年度工作', 'part', '第一部分', 1],
    ['首先，统一思想', 'sequence', '首先，', 1],
    ['另一方面，人手不足', 'side', '另一方面，', 2],
    ['——民生持续改善', 'dash', '——', 0],
  ])('%s begins with a %s', (line, kind, text, value) => expect(readMarker(line)).toMatchObject({ kind, text, value }));

  it.each([
    '一、二、三产业融合发展',
    '1.5亿元投资到位',
    '3.6万人次受益',
    '2026年工作安排',
    '十要十不规范',
    '一是一，二是二',
    '2025-2026学年',
    '第三季度完成',
    '第一书记驻村',
  ])('%s has no marker', (line) => expect(readMarker(line)).toBeNull());
});

describe('findEnumeration', () => {
  const texts = (text: string): string[] => findEnumeration(text).map((marker) => marker.text);

  it.each([
    ['主要有：一是台账不全；二是督查不严；三是反馈不及时。', ['一是', '二是', '三是']],
    ['要做到：第一，摸清底数；第二，分类施策。', ['第一，', '第二，']],
    ['首先，组织自查。其次，开展复查。最后，通报结果。', ['首先，', '其次，', '最后，']],
    ['原因：一方面，认识有偏差；另一方面，人手偏紧。', ['一方面，', '另一方面，']],
    ['抓好：（1）宣传；（2）培训；（3）演练。', ['（1）', '（2）', '（3）']],
    ['一是抓学习：1.集中学。2.个人学。二是抓培训。', ['一是', '二是']],
  ])('%s', (text, markers) => expect(texts(text)).toEqual(markers));

  it.each(['这是唯一是否可行的办法。', '全力推进一、二期工程。', '严格执行第一责任人制度。', '新增公园（一期）3个。'])(
    '%s lists nothing',
    (text) => expect(texts(text)).toEqual([]),
  );
});
