/** Where a task comes from: rectification 问题整改, a ledger 台账导入, a report 工作报告, another task 分解, or a person's hand 手工. */
export const TASK_SOURCES = ['report', 'rectification', 'ledger', 'breakdown', 'hand'] as const;
export type TaskSource = (typeof TASK_SOURCES)[number];

export const SOURCE_LABELS: Record<TaskSource, string> = {
  report: '工作报告',
  rectification: '问题整改',
  ledger: '台账导入',
  breakdown: '任务分解',
  hand: '手工录入',
};

/** In the very words of the index `task_by_source`. A measure against a problem stays one wherever it was written down. */
export const SOURCE_SQL = `(CASE WHEN t.kind = 'measure' THEN 'rectification'
  WHEN t.ledger_import_id IS NOT NULL THEN 'ledger' WHEN t.anchor_id IS NOT NULL THEN 'report'
  WHEN t.parent_id IS NOT NULL THEN 'breakdown' ELSE 'hand' END)`;
