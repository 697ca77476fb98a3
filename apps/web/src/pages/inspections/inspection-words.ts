import type { CheckDetail, CheckLine, PreviewPairs, RoundDetail, RoundSummary } from '../../api/generated';
import { t } from '../../language/t';

export const ROUND_STATUS: Record<RoundSummary['status'], string> = {
  planned: t`计划中`,
  'under-way': t`进行中`,
  closed: t`已结束`,
};

export const CHECK_STATUS: Record<CheckLine['status'], string> = {
  waiting: t`待检查`,
  'under-way': t`检查中`,
  reported: t`待认定`,
  settled: t`已认定`,
  'called-off': t`已取消`,
};

export type PairingRule = PreviewPairs['rule'];
export type RoundKind = RoundSummary['kind'];

export const PAIRING_RULES: Record<PairingRule, string> = {
  rotate: t`轮转：每个单位检查下一个`,
  mutual: t`互查：两两互相检查`,
  single: t`由一个单位检查其他单位`,
  self: t`各单位检查自己`,
  hand: t`手工分组`,
};

/** Kinds of rounds, and how their units may be paired. */
export const ROUND_KINDS: Record<RoundKind, { name: string; rules: PairingRule[] }> = {
  cross: { name: t`交叉检查`, rules: ['rotate', 'mutual', 'hand'] },
  superior: { name: t`上级督查`, rules: ['single', 'hand'] },
  special: { name: t`专项检查`, rules: ['single', 'rotate', 'hand'] },
  self: { name: t`自查`, rules: ['self'] },
};

export type RoundMoveName = RoundDetail['moves'][number];
export const ROUND_MOVES: Record<RoundMoveName, string> = {
  change: t`修改`,
  pair: t`调整分组`,
  start: t`开始检查`,
  close: t`结束检查`,
  remove: t`删除`,
};

export type CheckMoveName = CheckDetail['moves'][number];
export const CHECK_MOVES: Record<CheckMoveName, string> = {
  name: t`指定检查人`,
  find: t`登记发现`,
  report: t`提交检查结论`,
  respond: t`反馈意见`,
  'send-back': t`退回补充`,
  decide: t`认定发现`,
  'call-off': t`取消检查`,
};

export const INSPECTION_DEEDS: Record<string, string> = {
  ...ROUND_MOVES,
  ...CHECK_MOVES,
  create: t`新建检查`,
  'read-problems': t`查阅被检查单位的问题`,
  'read-tasks': t`查阅被检查单位的任务`,
};

export const INSPECTION_FIELDS: Record<string, string> = {
  title: t`名称`,
  category: t`检查内容`,
  startsOn: t`开始日期`,
  endsOn: t`结束日期`,
  note: t`说明`,
  status: t`状态`,
  checks: t`检查组数`,
  inspectors: t`检查人`,
  finding: t`发现`,
  conclusion: t`检查结论`,
  response: t`反馈意见`,
};

export const FINDING_STATUS = { recorded: t`待认定`, confirmed: t`已认定`, rejected: t`不予认定` };
