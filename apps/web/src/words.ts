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
import { t } from './language/t';

export const STATUS: Record<TaskSummary['status'], string> = {
  drafted: t`拟立项`,
  assigned: t`已交办`,
  returned: t`已退回`,
  accepted: t`已签收`,
  'in-progress': t`办理中`,
  submitted: t`待核实`,
  closed: t`已销号`,
  suspended: t`中止`,
  dropped: t`已撤销`,
};

export type Light = NonNullable<TaskSummary['light']>;

/** The colour stands beside its word, never alone. */
export const LIGHTS: Record<Light, { name: string; meaning: string; colour: string; ground: string }> = {
  red: { name: t`红灯`, meaning: t`已逾期`, colour: 'var(--red)', ground: 'var(--red-ground)' },
  yellow: { name: t`黄灯`, meaning: t`未达序时进度`, colour: 'var(--amber)', ground: 'var(--amber-ground)' },
  blue: { name: t`蓝灯`, meaning: t`临近到期`, colour: 'var(--sky)', ground: 'var(--sky-ground)' },
  green: { name: t`绿灯`, meaning: t`正常`, colour: 'var(--green)', ground: 'var(--green-ground)' },
  purple: { name: t`紫灯`, meaning: t`逾期办结`, colour: 'var(--purple)', ground: 'var(--purple-ground)' },
};

export type Pace = NonNullable<TaskSummary['pace']>;

/** 序时进度 */
export const PACES: Record<Pace, { name: string; colour: string }> = {
  ahead: { name: t`超序时`, colour: 'var(--green)' },
  on: { name: t`达序时`, colour: 'var(--quiet)' },
  behind: { name: t`欠序时`, colour: 'var(--amber)' },
};

export const KINDS: Record<ReportItemView['kind'], { name: string; colour: string; ground: string }> = {
  next_step: { name: t`下一步工作`, colour: 'var(--blue)', ground: 'var(--sky-ground)' },
  problem: { name: t`问题`, colour: 'var(--orange)', ground: 'var(--orange-ground)' },
  cause: { name: t`原因`, colour: 'var(--indigo)', ground: 'var(--indigo-ground)' },
  pledge: { name: t`承诺`, colour: 'var(--green)', ground: 'var(--green-ground)' },
};

export const DUE_BASIS: Record<ReportItemView['dueBasis'], string> = {
  explicit: t`原文写明`,
  section: t`按章节期限推定`,
  period: t`按报告期间推定`,
  none: t`原文未写明`,
  person: t`人工确定`,
};

export const UNIT_BASIS: Record<ReportItemView['unitBasis'], string> = {
  text: t`原文写明`,
  issuer: t`按报告单位推定`,
  person: t`人工确定`,
};

export const ROLES: Record<Me['roles'][number]['role'], string> = {
  supervisor: t`督办员`,
  leader: t`分管领导`,
  liaison: t`单位联络员`,
  staff: t`承办人`,
  auditor: t`审计员`,
  administrator: t`管理员`,
};

export type MoveName = TaskDetail['moves'][number];

export const MOVES: Record<MoveName, string> = {
  assign: t`交办`,
  accept: t`签收`,
  return: t`退回`,
  progress: t`更新进展`,
  submit: t`提交核实`,
  'send-back': t`退回补办`,
  close: t`核实销号`,
  attach: t`上传佐证`,
  detach: t`移除佐证`,
  'ask-extension': t`申请延期`,
  'ask-suspension': t`申请中止`,
  'ask-drop': t`申请撤销`,
  'withdraw-request': t`撤回申请`,
  'decide-request': t`批复申请`,
  'hand-over': t`移交`,
  decompose: t`分解`,
  plan: t`阶段目标`,
  'set-support': t`安排配合单位`,
  'report-support': t`报送配合进展`,
  'waive-support': t`免除配合事项`,
  change: t`修改`,
  're-date': t`改期`,
  nudge: t`催办`,
  talk: t`约谈`,
  suspend: t`中止`,
  resume: t`恢复办理`,
  drop: t`撤销`,
  reopen: t`回头看重开`,
};

export const REPORTING: Record<NonNullable<TaskDetail['reportEvery']>, string> = {
  week: t`每周`,
  month: t`每月`,
  quarter: t`每季度`,
};

export const OCCURRENCE: Record<NonNullable<TaskDetail['occursEvery']>, string> = {
  ...REPORTING,
  'half-year': t`每半年`,
  year: t`每年`,
};

export const TASK_KINDS: Record<TaskSummary['kind'], string> = {
  commitment: t`承诺事项`,
  measure: t`整改措施`,
  duty: t`周期性任务`,
  occurrence: t`周期任务的一期`,
  urgent: t`立巡立交`,
};

/** Where a task comes from. */
export const SOURCES: Record<TaskLine['source'], string> = {
  report: t`工作报告`,
  rectification: t`问题整改`,
  ledger: t`台账导入`,
  breakdown: t`任务分解`,
  hand: t`手工录入`,
};

/** What the history calls a deed. */
export const DEEDS: Record<string, string> = {
  ...MOVES,
  draft: t`立项`,
  comment: t`发表评论`,
  'edit-comment': t`修改评论`,
  'delete-comment': t`删除评论`,
  milestone: t`完成阶段目标`,
  policy: t`设置督办规则`,
  'reminder-policy': t`设置提醒规则`,
  open: t`登记问题`,
  'hand-over-support': t`指定配合经办人`,
  succeed: t`工作交接`,
  'follow-position': t`随职务交接`,
  'make-link': t`生成外部填报链接`,
  'revoke-link': t`停用外部填报链接`,
  'open-link': t`打开外部填报链接`,
  'report-by-link': t`外部填报`,
  'resend-reminder': t`重新发送提醒`,
  'make-feed': t`生成日历订阅地址`,
  'revoke-feed': t`停用日历订阅`,
  absent: t`设置代理`,
  back: t`取消代理`,
  'take-over': t`接任`,
  undraft: t`撤回立项`,
  withdraw: t`撤回问题`,
  create: t`新建`,
  remove: t`删除`,
  import: t`导入`,
  undo: t`撤回导入`,
  mark: t`补充标记`,
  split: t`拆分`,
  merge: t`合并`,
  reject: t`驳回`,
  restore: t`撤回决定`,
  'change-password': t`修改密码`,
  'reset-password': t`重置密码`,
  replace: t`作为更正稿`,
  'stand-alone': t`作为独立报告`,
  'apply-change': t`采用改动`,
  'keep-change': t`保留原样`,
  'drop-change': t`随原文撤销`,
  publish: t`公布放假安排`,
  read: t`查阅日志`,
  verify: t`校验日志`,
  start: t`开始检查`,
  pair: t`调整分组`,
  name: t`指定检查人`,
  find: t`登记发现`,
  report: t`提交检查结论`,
  respond: t`反馈意见`,
  decide: t`认定发现`,
  'call-off': t`取消检查`,
  'read-problems': t`查阅被检查单位的问题`,
  'read-tasks': t`查阅被检查单位的任务`,
  'mail-preference': t`修改邮件提醒设置`,
  'restore-default': t`恢复默认`,
  'mail-again': t`重新启用邮箱`,
  test: t`发送测试`,
  'dismiss-set-up': t`收起初始设置`,
  'resume-set-up': t`重新打开初始设置`,
  refresh: t`更新数据`,
  'edit-sentence': t`修改报告文字`,
  issue: t`签发`,
};

/** On the review desk some deeds have a name of their own. */
export const ITEM_DEEDS: Record<string, string> = {
  accept: t`接受`,
  'undo-accept': t`撤销接受`,
  'undo-reject': t`撤销驳回`,
  'undo-change': t`撤销修改`,
  'undo-split': t`撤销拆分`,
  'undo-merge': t`撤销合并`,
  'undo-mark': t`撤销补充标记`,
};

export const SUBJECTS: Record<DeedView['subject'], string> = {
  task: t`任务`,
  problem: t`问题`,
  'inspection-round': t`督查检查`,
  'inspection-check': t`检查`,
  report: t`报告`,
  'report-item': t`报告事项`,
  document: t`文件`,
  unit: t`单位`,
  person: t`人员`,
  calendar: t`工作日历`,
  'ledger-import': t`台账导入`,
  'mail-template': t`邮件模板`,
  'webhook-channel': t`群机器人`,
  'saved-view': t`任务列表视图`,
  summary: t`进展报告`,
  history: t`操作日志`,
};

/** Whose robot it is. */
export const CHANNEL_KINDS: Record<ChannelView['kind'], string> = {
  wecom: t`企业微信`,
  dingtalk: t`钉钉`,
  feishu: t`飞书`,
};

export const FIELDS: Record<string, string> = {
  shared: t`共享范围`,
  query: t`筛选条件`,
  columns: t`显示列`,
  status: t`状态`,
  leadUnit: t`牵头单位`,
  assignee: t`责任人`,
  dueOn: t`完成时限`,
  progress: t`进度`,
  title: t`任务名称`,
  text: t`任务内容`,
  leader: t`挂点领导`,
  dueAt: t`到期时刻`,
  weight: t`权重`,
  reportEvery: t`报送进展`,
  occursEvery: t`周期`,
  evidenceRequired: t`佐证要求`,
  lookBackMonths: t`回头看间隔（月）`,
  taskKind: t`适用任务`,
  before: t`到期前提醒（工作日）`,
  onDay: t`到期当天`,
  overdueEvery: t`逾期提醒间隔`,
  requests: t`催报进展`,
  acceptWithin: t`签收期限`,
  verifyWithin: t`核实期限`,
  ladder: t`逾期上报`,
  parts: t`分解任务`,
  milestones: t`阶段目标`,
  attachments: t`佐证材料`,
  request: t`申请`,
  position: t`职务`,
  support: t`配合单位`,
  supportPerson: t`配合经办人`,
  link: t`外部填报链接`,
  comment: t`评论`,
  nudged: t`催办对象`,
  talk: t`约谈`,
  sendHour: t`发送时间`,
  quietHours: t`免打扰时段`,
  timeZone: t`时区`,
  declined: t`退订的邮件`,
  reminder: t`提醒`,
  unit: t`单位`,
  kind: t`类别`,
  name: t`名称`,
  parent: t`上级单位`,
  mailSubject: t`邮件主题`,
  opening: t`邮件开头`,
  closing: t`邮件结尾`,
  url: t`地址`,
  secret: t`密钥`,
  signed: t`签名`,
  shortName: t`简称`,
  aliases: t`别名`,
  sortOrder: t`排序`,
  login: t`登录名`,
  email: t`邮箱`,
  phone: t`手机`,
  active: t`启用`,
  roles: t`角色`,
  positions: t`职务`,
  absence: t`请假代理`,
  items: t`移交事项`,
  contact: t`联系方式`,
  fingerprint: t`指纹`,
  numbers: t`各链序号`,
  q: t`搜索词`,
  personId: t`操作人`,
  subject: t`对象`,
  action: t`操作`,
  from: t`起始日期`,
  to: t`截止日期`,
};

/** What a column of a ledger may say. */
export const LEDGER_FIELDS: Record<NonNullable<LedgerColumn['field']>, string> = {
  title: t`任务名称`,
  text: t`任务内容、措施`,
  leadUnit: t`牵头单位`,
  supportingUnits: t`配合单位`,
  assignee: t`责任人`,
  leader: t`挂点领导`,
  dueOn: t`完成时限`,
  narrative: t`进展情况`,
  percent: t`完成率`,
  status: t`状态`,
  closedOn: t`实际办结日期`,
  note: t`备注（写入任务内容）`,
  basis: t`依据、来源（写入任务内容）`,
};

/** Reminders that one may decline to get by mail. */
export const OPTIONAL_REMINDERS: Record<PreferenceView['declined'][number], { name: string; meaning: string }> = {
  before: { name: t`即将到期`, meaning: t`到期前几个工作日的提前提醒` },
};

/** To whom the ladder 逐级上报 has carried a task up, by the rule of the ledger. */
export const RUNGS: Record<string, string> = {
  'escalate-unit-head': t`上报单位负责人`,
  'escalate-leader': t`上报分管领导`,
  'escalate-supervisors': t`列入督办清单`,
};

export const REQUESTS: Record<TaskDetail['requests'][number]['kind'], string> = {
  extension: t`延期`,
  suspension: t`中止`,
  drop: t`撤销`,
};

export const VERIFICATION: Record<TaskDetail['verification'], string> = {
  unverified: t`未核实`,
  rejected: t`核实未通过`,
  passed: t`已核实`,
};

export const CONFIDENT = 0.9;
export const confidenceWord = (confidence: number) => (confidence >= CONFIDENT ? t`把握较大` : t`请重点核对`);
