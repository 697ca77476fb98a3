import type { ProblemDetail, ProblemSummary } from '../../api/generated';

export const PROBLEM_STATUS: Record<ProblemSummary['status'], string> = {
  open: '整改中',
  rectified: '已整改待核实',
  closed: '已销号',
  reopened: '重新整改',
  withdrawn: '已撤销',
};

export const ORIGINS: Record<ProblemSummary['origin'], string> = {
  report: '工作报告',
  inspection: '检查督查',
  audit: '审计',
  hand: '人工登记',
};

export const DUE_WINDOWS = { overdue: '已超期', soon: '临近到期', none: '未定时限' };

export type ProblemMoveName = ProblemDetail['moves'][number];

export const PROBLEM_MOVES: Record<ProblemMoveName, string> = {
  change: '修改',
  explain: '分析原因',
  plan: '制定措施',
  attach: '上传佐证',
  detach: '移除佐证',
  rectify: '报告整改完成',
  'send-back': '退回整改',
  survey: '登记满意度',
  close: '核实销号',
  schedule: '安排回头看',
  'look-back': '登记回头看',
  reopen: '重新整改',
  withdraw: '撤销',
};

/** What the history calls a deed. */
export const PROBLEM_DEEDS: Record<string, string> = { ...PROBLEM_MOVES, open: '登记问题' };

export const PROBLEM_FIELDS: Record<string, string> = {
  title: '问题',
  text: '问题表现',
  status: '状态',
  origin: '问题来源',
  category: '问题类别',
  unitId: '整改单位',
  personId: '责任人',
  leaderId: '挂钩领导',
  duty: '责任类别',
  raisedBy: '提出方',
  raisedOn: '提出日期',
  dueOn: '整改时限',
  result: '整改结果',
  replyDueOn: '答复时限',
  evidence: '销号依据',
  attachments: '佐证材料',
  lookBackMonths: '回头看间隔（月）',
  lookBackOn: '回头看日期',
  lookBackResult: '回头看结果',
  cause: '原因',
  measure: '整改措施',
};
