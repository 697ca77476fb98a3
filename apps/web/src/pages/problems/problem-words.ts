import type { ProblemDetail, ProblemSummary } from '../../api/generated';
import { t } from '../../language/t';

export const PROBLEM_STATUS: Record<ProblemSummary['status'], string> = {
  open: t`整改中`,
  rectified: t`已整改待核实`,
  closed: t`已销号`,
  reopened: t`重新整改`,
  withdrawn: t`已撤销`,
};

export const ORIGINS: Record<ProblemSummary['origin'], string> = {
  report: t`工作报告`,
  inspection: t`检查督查`,
  audit: t`审计`,
  hand: t`人工登记`,
};

export const DUE_WINDOWS = { overdue: t`已超期`, soon: t`临近到期`, none: t`未定时限` };

export type ProblemMoveName = ProblemDetail['moves'][number];

export const PROBLEM_MOVES: Record<ProblemMoveName, string> = {
  change: t`修改`,
  explain: t`分析原因`,
  plan: t`制定措施`,
  attach: t`上传佐证`,
  detach: t`移除佐证`,
  rectify: t`报告整改完成`,
  'send-back': t`退回整改`,
  survey: t`登记满意度`,
  close: t`核实销号`,
  schedule: t`安排回头看`,
  'look-back': t`登记回头看`,
  reopen: t`重新整改`,
  withdraw: t`撤销`,
};

/** What the history calls a deed. */
export const PROBLEM_DEEDS: Record<string, string> = { ...PROBLEM_MOVES, open: t`登记问题` };

export const PROBLEM_FIELDS: Record<string, string> = {
  title: t`问题`,
  text: t`问题表现`,
  status: t`状态`,
  origin: t`问题来源`,
  category: t`问题类别`,
  unitId: t`整改单位`,
  personId: t`责任人`,
  leaderId: t`挂钩领导`,
  duty: t`责任类别`,
  raisedBy: t`提出方`,
  raisedOn: t`提出日期`,
  dueOn: t`整改时限`,
  result: t`整改结果`,
  replyDueOn: t`答复时限`,
  evidence: t`销号依据`,
  attachments: t`佐证材料`,
  lookBackMonths: t`回头看间隔（月）`,
  lookBackOn: t`回头看日期`,
  lookBackResult: t`回头看结果`,
  cause: t`原因`,
  measure: t`整改措施`,
};
