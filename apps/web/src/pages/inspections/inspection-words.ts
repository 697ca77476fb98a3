import type { CheckDetail, CheckLine, PreviewPairs, RoundDetail, RoundSummary } from '../../api/generated';

export const ROUND_STATUS: Record<RoundSummary['status'], string> = {
  planned: '计划中',
  'under-way': '进行中',
  closed: '已结束',
};

export const CHECK_STATUS: Record<CheckLine['status'], string> = {
  waiting: '待检查',
  'under-way': '检查中',
  reported: '待认定',
  settled: '已认定',
  'called-off': '已取消',
};

export type PairingRule = PreviewPairs['rule'];
export type RoundKind = RoundSummary['kind'];

export const PAIRING_RULES: Record<PairingRule, string> = {
  rotate: '轮转：每个单位检查下一个',
  mutual: '互查：两两互相检查',
  single: '由一个单位检查其他单位',
  self: '各单位检查自己',
  hand: '手工分组',
};

/** Kinds of rounds, and how their units may be paired. */
export const ROUND_KINDS: Record<RoundKind, { name: string; rules: PairingRule[] }> = {
  cross: { name: '交叉检查', rules: ['rotate', 'mutual', 'hand'] },
  superior: { name: '上级督查', rules: ['single', 'hand'] },
  special: { name: '专项检查', rules: ['single', 'rotate', 'hand'] },
  self: { name: '自查', rules: ['self'] },
};

export type RoundMoveName = RoundDetail['moves'][number];
export const ROUND_MOVES: Record<RoundMoveName, string> = {
  change: '修改',
  pair: '调整分组',
  start: '开始检查',
  close: '结束检查',
  remove: '删除',
};

export type CheckMoveName = CheckDetail['moves'][number];
export const CHECK_MOVES: Record<CheckMoveName, string> = {
  name: '指定检查人',
  find: '登记发现',
  report: '提交检查结论',
  respond: '反馈意见',
  'send-back': '退回补充',
  decide: '认定发现',
  'call-off': '取消检查',
};

export const INSPECTION_DEEDS: Record<string, string> = {
  ...ROUND_MOVES,
  ...CHECK_MOVES,
  create: '新建检查',
  'read-problems': '查阅被检查单位的问题',
  'read-tasks': '查阅被检查单位的任务',
};

export const INSPECTION_FIELDS: Record<string, string> = {
  title: '名称',
  category: '检查内容',
  startsOn: '开始日期',
  endsOn: '结束日期',
  note: '说明',
  status: '状态',
  checks: '检查组数',
  inspectors: '检查人',
  finding: '发现',
  conclusion: '检查结论',
  response: '反馈意见',
};

export const FINDING_STATUS = { recorded: '待认定', confirmed: '已认定', rejected: '不予认定' };
