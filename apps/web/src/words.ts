import type {
  ChannelView,
  DeedView,
  LedgerColumn,
  Me,
  PreferenceView,
  ReportItemView,
  TaskDetail,
  TaskLine,
  TaskSummary,
} from './api/generated';

export const STATUS: Record<TaskSummary['status'], string> = {
  drafted: '拟立项',
  assigned: '已交办',
  returned: '已退回',
  accepted: '已签收',
  'in-progress': '办理中',
  submitted: '待核实',
  closed: '已销号',
  suspended: '中止',
  dropped: '已撤销',
};

export type Light = NonNullable<TaskSummary['light']>;

/** The colour stands beside its word, never alone. */
export const LIGHTS: Record<Light, { name: string; meaning: string; colour: string; ground: string }> = {
  red: { name: '红灯', meaning: '已逾期', colour: 'var(--red)', ground: 'var(--red-ground)' },
  yellow: { name: '黄灯', meaning: '未达序时进度', colour: 'var(--amber)', ground: 'var(--amber-ground)' },
  blue: { name: '蓝灯', meaning: '临近到期', colour: 'var(--sky)', ground: 'var(--sky-ground)' },
  green: { name: '绿灯', meaning: '正常', colour: 'var(--green)', ground: 'var(--green-ground)' },
  purple: { name: '紫灯', meaning: '逾期办结', colour: 'var(--purple)', ground: 'var(--purple-ground)' },
};

export type Pace = NonNullable<TaskSummary['pace']>;

/** 序时进度 */
export const PACES: Record<Pace, { name: string; colour: string }> = {
  ahead: { name: '超序时', colour: 'var(--green)' },
  on: { name: '达序时', colour: 'var(--quiet)' },
  behind: { name: '欠序时', colour: 'var(--amber)' },
};

export const KINDS: Record<ReportItemView['kind'], { name: string; colour: string; ground: string }> = {
  next_step: { name: '下一步工作', colour: 'var(--blue)', ground: 'var(--sky-ground)' },
  problem: { name: '问题', colour: 'var(--orange)', ground: 'var(--orange-ground)' },
  cause: { name: '原因', colour: 'var(--indigo)', ground: 'var(--indigo-ground)' },
  pledge: { name: '承诺', colour: 'var(--green)', ground: 'var(--green-ground)' },
};

export const DUE_BASIS: Record<ReportItemView['dueBasis'], string> = {
  explicit: '原文写明',
  section: '按章节期限推定',
  period: '按报告期间推定',
  none: '原文未写明',
  person: '人工确定',
};

export const UNIT_BASIS: Record<ReportItemView['unitBasis'], string> = {
  text: '原文写明',
  issuer: '按报告单位推定',
  person: '人工确定',
};

export const ROLES: Record<Me['roles'][number]['role'], string> = {
  supervisor: '督办员',
  leader: '分管领导',
  liaison: '单位联络员',
  staff: '承办人',
  auditor: '审计员',
  administrator: '管理员',
};

export type MoveName = TaskDetail['moves'][number];

export const MOVES: Record<MoveName, string> = {
  assign: '交办',
  accept: '签收',
  return: '退回',
  progress: '更新进展',
  submit: '提交核实',
  'send-back': '退回补办',
  close: '核实销号',
  attach: '上传佐证',
  detach: '移除佐证',
  'ask-extension': '申请延期',
  'ask-suspension': '申请中止',
  'ask-drop': '申请撤销',
  'withdraw-request': '撤回申请',
  'decide-request': '批复申请',
  'hand-over': '移交',
  decompose: '分解',
  plan: '阶段目标',
  'set-support': '安排配合单位',
  'report-support': '报送配合进展',
  'waive-support': '免除配合事项',
  change: '修改',
  're-date': '改期',
  nudge: '催办',
  talk: '约谈',
  suspend: '中止',
  resume: '恢复办理',
  drop: '撤销',
  reopen: '回头看重开',
};

export const REPORTING: Record<NonNullable<TaskDetail['reportEvery']>, string> = {
  week: '每周',
  month: '每月',
  quarter: '每季度',
};

export const OCCURRENCE: Record<NonNullable<TaskDetail['occursEvery']>, string> = {
  ...REPORTING,
  'half-year': '每半年',
  year: '每年',
};

export const TASK_KINDS: Record<TaskSummary['kind'], string> = {
  commitment: '承诺事项',
  measure: '整改措施',
  duty: '周期性任务',
  occurrence: '周期任务的一期',
  urgent: '立巡立交',
};

/** Where a task comes from. */
export const SOURCES: Record<TaskLine['source'], string> = {
  report: '工作报告',
  rectification: '问题整改',
  ledger: '台账导入',
  breakdown: '任务分解',
  hand: '手工录入',
};

/** What the history calls a deed. */
export const DEEDS: Record<string, string> = {
  ...MOVES,
  draft: '立项',
  comment: '发表评论',
  'edit-comment': '修改评论',
  'delete-comment': '删除评论',
  milestone: '完成阶段目标',
  policy: '设置督办规则',
  'reminder-policy': '设置提醒规则',
  open: '登记问题',
  'hand-over-support': '指定配合经办人',
  succeed: '工作交接',
  'follow-position': '随职务交接',
  'make-link': '生成外部填报链接',
  'revoke-link': '停用外部填报链接',
  'open-link': '打开外部填报链接',
  'report-by-link': '外部填报',
  'resend-reminder': '重新发送提醒',
  'make-feed': '生成日历订阅地址',
  'revoke-feed': '停用日历订阅',
  absent: '设置代理',
  back: '取消代理',
  'take-over': '接任',
  undraft: '撤回立项',
  withdraw: '撤回问题',
  create: '新建',
  remove: '删除',
  import: '导入',
  undo: '撤回导入',
  mark: '补充标记',
  split: '拆分',
  merge: '合并',
  reject: '驳回',
  restore: '撤回决定',
  'change-password': '修改密码',
  'reset-password': '重置密码',
  replace: '作为更正稿',
  'stand-alone': '作为独立报告',
  'apply-change': '采用改动',
  'keep-change': '保留原样',
  'drop-change': '随原文撤销',
  publish: '公布放假安排',
  read: '查阅日志',
  verify: '校验日志',
  start: '开始检查',
  pair: '调整分组',
  name: '指定检查人',
  find: '登记发现',
  report: '提交检查结论',
  respond: '反馈意见',
  decide: '认定发现',
  'call-off': '取消检查',
  'read-problems': '查阅被检查单位的问题',
  'read-tasks': '查阅被检查单位的任务',
  'mail-preference': '修改邮件提醒设置',
  'restore-default': '恢复默认',
  'mail-again': '重新启用邮箱',
  test: '发送测试',
  'dismiss-set-up': '收起初始设置',
  'resume-set-up': '重新打开初始设置',
  refresh: '更新数据',
  'edit-sentence': '修改报告文字',
  issue: '签发',
};

/** On the review desk some deeds have a name of their own. */
export const ITEM_DEEDS: Record<string, string> = {
  accept: '接受',
  'undo-accept': '撤销接受',
  'undo-reject': '撤销驳回',
  'undo-change': '撤销修改',
  'undo-split': '撤销拆分',
  'undo-merge': '撤销合并',
  'undo-mark': '撤销补充标记',
};

export const SUBJECTS: Record<DeedView['subject'], string> = {
  task: '任务',
  problem: '问题',
  'inspection-round': '督查检查',
  'inspection-check': '检查',
  report: '报告',
  'report-item': '报告事项',
  document: '文件',
  unit: '单位',
  person: '人员',
  calendar: '工作日历',
  'ledger-import': '台账导入',
  'mail-template': '邮件模板',
  'webhook-channel': '群机器人',
  'saved-view': '任务列表视图',
  summary: '进展报告',
  history: '操作日志',
};

/** Whose robot it is. */
export const CHANNEL_KINDS: Record<ChannelView['kind'], string> = {
  wecom: '企业微信',
  dingtalk: '钉钉',
  feishu: '飞书',
};

export const FIELDS: Record<string, string> = {
  shared: '共享范围',
  query: '筛选条件',
  columns: '显示列',
  status: '状态',
  leadUnit: '牵头单位',
  assignee: '责任人',
  dueOn: '完成时限',
  progress: '进度',
  title: '任务名称',
  text: '任务内容',
  leader: '挂点领导',
  dueAt: '到期时刻',
  weight: '权重',
  reportEvery: '报送进展',
  occursEvery: '周期',
  evidenceRequired: '佐证要求',
  lookBackMonths: '回头看间隔（月）',
  taskKind: '适用任务',
  before: '到期前提醒（工作日）',
  onDay: '到期当天',
  overdueEvery: '逾期提醒间隔',
  requests: '催报进展',
  acceptWithin: '签收期限',
  verifyWithin: '核实期限',
  ladder: '逾期上报',
  parts: '分解任务',
  milestones: '阶段目标',
  attachments: '佐证材料',
  request: '申请',
  position: '职务',
  support: '配合单位',
  supportPerson: '配合经办人',
  link: '外部填报链接',
  comment: '评论',
  nudged: '催办对象',
  talk: '约谈',
  sendHour: '发送时间',
  quietHours: '免打扰时段',
  timeZone: '时区',
  declined: '退订的邮件',
  reminder: '提醒',
  unit: '单位',
  kind: '类别',
  name: '名称',
  parent: '上级单位',
  mailSubject: '邮件主题',
  opening: '邮件开头',
  closing: '邮件结尾',
  url: '地址',
  secret: '密钥',
  signed: '签名',
  shortName: '简称',
  aliases: '别名',
  sortOrder: '排序',
  login: '登录名',
  email: '邮箱',
  phone: '手机',
  active: '启用',
  roles: '角色',
  positions: '职务',
  absence: '请假代理',
  items: '移交事项',
  contact: '联系方式',
  fingerprint: '指纹',
  numbers: '各链序号',
  q: '搜索词',
  personId: '操作人',
  subject: '对象',
  action: '操作',
  from: '起始日期',
  to: '截止日期',
};

/** What a column of a ledger may say. */
export const LEDGER_FIELDS: Record<NonNullable<LedgerColumn['field']>, string> = {
  title: '任务名称',
  text: '任务内容、措施',
  leadUnit: '牵头单位',
  supportingUnits: '配合单位',
  assignee: '责任人',
  leader: '挂点领导',
  dueOn: '完成时限',
  narrative: '进展情况',
  percent: '完成率',
  status: '状态',
  closedOn: '实际办结日期',
  note: '备注（写入任务内容）',
  basis: '依据、来源（写入任务内容）',
};

/** Reminders that one may decline to get by mail. */
export const OPTIONAL_REMINDERS: Record<PreferenceView['declined'][number], { name: string; meaning: string }> = {
  before: { name: '即将到期', meaning: '到期前几个工作日的提前提醒' },
};

/** To whom the ladder 逐级上报 has carried a task up, by the rule of the ledger. */
export const RUNGS: Record<string, string> = {
  'escalate-unit-head': '上报单位负责人',
  'escalate-leader': '上报分管领导',
  'escalate-supervisors': '列入督办清单',
};

export const REQUESTS: Record<TaskDetail['requests'][number]['kind'], string> = {
  extension: '延期',
  suspension: '中止',
  drop: '撤销',
};

export const VERIFICATION: Record<TaskDetail['verification'], string> = {
  unverified: '未核实',
  rejected: '核实未通过',
  passed: '已核实',
};

export const CONFIDENT = 0.9;
export const confidenceWord = (confidence: number) => (confidence >= CONFIDENT ? '把握较大' : '请重点核对');
