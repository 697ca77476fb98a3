/** The columns that the list of tasks may show, in the order in which it shows them at first. */
export const LIST_COLUMNS = [
  'code',
  'title',
  'light',
  'status',
  'leadUnit',
  'assignee',
  'dueOn',
  'progress',
  'kind',
  'source',
  'leader',
  'report',
  'originalDueOn',
  'assignedOn',
  'updatedAt',
] as const;
export type ListColumn = (typeof LIST_COLUMNS)[number];

/** What a list shows that nobody has arranged. */
export const FIRST_COLUMNS: readonly ListColumn[] = LIST_COLUMNS.slice(0, 8);
