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
    ['市城管局牵头建立联单制度，运输车辆安装卫星定位。', ['lead:市城管局']],
    [
      '11月份由党委巡察办牵头、纪委办公室和组织人事部参加。',
      ['lead:党委巡察办', 'supporting:纪委办公室', 'supporting:组织人事部'],
    ],
    ['（计财股、农田建设股按职责分工负责）', ['responsible:计财股', 'responsible:农田建设股']],
    ['（区爱卫办牵头，各镇（街道）负责）', ['lead:区爱卫办', 'responsible:各镇（街道）']],
    ['（区商务局牵头，区市场监管局及各街道配合）', ['lead:区商务局', 'supporting:区市场监管局', 'supporting:各街道']],
    ['由区司法局、区法院指导做好法律服务。', ['responsible:区司法局', 'responsible:区法院']],
    ['补偿资金由区财政局统筹解决，6月底前拨付到位。', ['responsible:区财政局']],
    ['对评教靠后的教师，由系主任负责跟踪听课。', ['responsible:系主任']],
    ['整改责任单位：湖西区水泥厂留守处；物流园承租方', ['responsible:湖西区水泥厂留守处', 'responsible:物流园承租方']],
    [
      '（市农业农村局牵头，市水利局，各县（市、区）政府）',
      ['lead:市农业农村局', 'responsible:市水利局', 'responsible:各县（市、区）政府'],
    ],
    [
      '（市国资委牵头，市金融局、人行庐阳市分行配合）',
      ['lead:市国资委', 'supporting:市金融局', 'supporting:人行庐阳市分行'],
    ],
    ['锦绣花园二期项目由区住建局责令局部停工。', ['responsible:区住建局']],
    [
      '新增有出口实绩企业40家。（市商务局、庐阳海关、市税务局）',
      ['responsible:市商务局', 'responsible:庐阳海关', 'responsible:市税务局'],
    ],
    ['牵头单位：市住建局 市水利局按职责分工负责', ['lead:市住建局', 'lead:市水利局']],
  ])('%s', (text, units) => expect(read(text)).toEqual(units));

  it.each([
    '企业牵头比例超过85%。',
    '压实各单位主体责任，加强部门配合。',
    '对党负责、为民尽责。',
    '无牵头单位的，责任单位即为牵头单位。',
    '主要负责同志亲自抓。',
    '各部门负责人要靠前指挥。',
    '由政府“牵手”上门到企业自己上门。',
    '健全主办侦查员责任制。',
    '落实分管负责同志包联制度。',
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
