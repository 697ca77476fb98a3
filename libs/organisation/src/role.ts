/** What a person is in a unit and over its sub-tree. */
export const ROLES = ['supervisor', 'leader', 'liaison', 'staff', 'auditor', 'administrator'] as const;
export type Role = (typeof ROLES)[number];

/** The roles in Chinese, as screens and import files name them. */
export const ROLE_LABELS: Record<Role, string> = {
  supervisor: '督办员',
  leader: '分管领导',
  liaison: '单位联络员',
  staff: '承办人',
  auditor: '审计员',
  administrator: '管理员',
};

/** Which roles may do what. A permission holds in the role's unit and all units below it. */
export const PERMISSIONS = {
  'report.import': ['supervisor'],
  'report.review': ['supervisor'],
  'report.read': ['supervisor', 'leader', 'liaison', 'auditor'],
  'task.read': ['supervisor', 'leader', 'liaison', 'auditor'],
  'task.read-drafts': ['supervisor', 'leader', 'auditor'],
  'task.assign': ['supervisor'],
  'task.close': ['supervisor'],
  'task.lead': ['leader'],
  'task.handle': ['liaison'],
  'task.comment': ['supervisor', 'leader', 'liaison'],
  'organisation.read': ROLES,
  'organisation.manage': ['administrator'],
  'calendar.manage': ['administrator'],
  'policy.manage': ['supervisor', 'administrator'],
  'audit.read': ['auditor', 'administrator'],
  'reminder.read': ['supervisor', 'auditor', 'administrator'],
  'reminder.resend': ['supervisor', 'administrator'],
} as const satisfies Record<string, readonly Role[]>;
export type Permission = keyof typeof PERMISSIONS;
