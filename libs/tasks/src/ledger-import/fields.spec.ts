import { guessFields, LEDGER_FIELDS, type LedgerField } from './fields';

/** Heads as ledgers write them, and what each is taken for; `-` for a column that is left out. */
const LEDGERS: [string, string][] = [
  ['序号 工作任务 牵头单位 配合单位 完成时限 进展情况 备注', '- title leadUnit supportingUnits dueOn narrative note'],
  ['编号 督办事项 承办单位 责任人 办结时限 办理情况 是否办结', '- title leadUnit assignee dueOn narrative status'],
  ['序号 重点工作 具体措施 责任单位 责任人 时间节点 完成率', '- title text leadUnit assignee dueOn percent'],
  [
    '任务名称 工作目标 牵头领导 牵头部门 协办单位 计划完成时间 实际完成时间 状态',
    'title text leader leadUnit supportingUnits dueOn closedOn status',
  ],
  [
    '序号 存在问题 整改措施 整改目标 责任领导 责任单位 整改时限 整改进展 销号情况',
    '- title text text leader leadUnit dueOn narrative status',
  ],
  ['整改措施 责任单位 整改期限', 'title leadUnit dueOn'],
  ['序号 项目名称 建设内容 责任单位 挂点领导 形象进度 联系电话', '- title text leadUnit leader percent -'],
  ['重点任务 工作内容 牵头单位 责任单位 完成时间 完成情况', 'title text leadUnit supportingUnits dueOn narrative'],
  ['工作内容 单位 截止时间', 'title leadUnit dueOn'],
  [
    '文号 任务来源 交办事项 主办单位 会办单位 分管领导 经办人 交办日期 办理期限 办理状态',
    'basis basis title leadUnit supportingUnits leader assignee - dueOn status',
  ],
  ['责任分工/牵头单位 责任分工/配合单位 工作任务 时限要求', 'leadUnit supportingUnits title dueOn'],
  [
    '任务分解 具体举措 包抓领导 责任主体 具体责任人 完成时限 推进情况 百分比',
    'title text leader leadUnit assignee dueOn narrative percent',
  ],
  [
    '序号 事项 标准 落实单位 参与单位 期限 目前进展 进度 存在困难 亮灯',
    '- title text leadUnit supportingUnits dueOn narrative percent note status',
  ],
  [
    '年度重点工作 工作举措 责任科室 负责人 完成日期 办结日期 是否完成 备注',
    'title text leadUnit assignee dueOn closedOn status note',
  ],
  [
    '类别 主要任务 工作要求 责任部门（牵头） 配合部门 完成时限（2026年） 最新进展',
    'note title text leadUnit supportingUnits dueOn narrative',
  ],
  [
    '问题描述 问题来源 整改责任单位 整改责任人 整改到位时间 整改完成情况 整改率',
    'title basis leadUnit assignee dueOn narrative percent',
  ],
  ['会议名称 议定事项 承办部门 协助单位 时限 落实情况', 'basis title leadUnit supportingUnits dueOn narrative'],
];

it.each(LEDGERS)('%s', (heads, fields) => {
  const looks = heads.split(' ').map(() => ({ days: false, units: false }));
  const read = guessFields(heads.split(' '), looks).map((field) => field ?? '-');
  expect(read.join(' ')).toBe(fields);
});

it('looks at the cells where the head says nothing', () => {
  const plain = { days: false, units: false };
  expect(
    guessFields(['工作任务', '谁', '何时', '乙'], [plain, { ...plain, units: true }, { ...plain, days: true }, plain]),
  ).toEqual([...['title', 'leadUnit', 'dueOn', null]]);
});

it('gives a field with one value to one column only', () => {
  const heads = [
    '工作任务',
    '督办事项',
    '牵头单位',
    '责任单位',
    '承办单位',
    '完成时限',
    '办结时限',
    '责任人',
    '经办人',
  ];
  const fields = guessFields(heads, []).filter((field): field is LedgerField => field !== null);
  for (const field of fields) {
    if (!LEDGER_FIELDS[field].several) expect([field, fields.filter((one) => one === field)]).toEqual([field, [field]]);
  }
});
