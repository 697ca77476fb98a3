/** Where a problem comes from 问题来源. */
export const PROBLEM_ORIGINS = ['report', 'inspection', 'audit', 'hand'] as const;
export type ProblemOrigin = (typeof PROBLEM_ORIGINS)[number];

export const ORIGIN_LABELS: Record<ProblemOrigin, string> = {
  report: '工作报告',
  inspection: '检查督查',
  audit: '审计',
  hand: '人工登记',
};

/** Categories 问题类别 to choose from before an organisation has its own; any other words may be written. */
export const CATEGORIES = [
  '政治建设',
  '思想建设',
  '组织建设',
  '作风建设',
  '纪律建设',
  '制度建设',
  '安全生产',
  '生态环境',
  '民生保障',
  '营商环境',
  '财务资产',
  '工程项目',
];

/** Kinds of responsibility 责任类别 to choose from; any other words may be written. */
export const DUTIES = ['领导责任', '主体责任', '监管责任', '直接责任'];
