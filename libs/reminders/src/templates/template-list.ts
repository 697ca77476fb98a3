import { MAIL_KINDS, type MailKind } from '../delivery/mail.entity';

export const TEMPLATE_NAMES = MAIL_KINDS;
export type TemplateName = MailKind;

/** The parts of a mail that may be put in one's own words. */
export const TEMPLATE_PARTS = ['subject', 'opening', 'closing'] as const;
export type TemplatePart = (typeof TEMPLATE_PARTS)[number];
export type TemplateText = Record<TemplatePart, string>;

export const PART_LABELS: Record<TemplatePart, string> = { subject: '主题', opening: '开头', closing: '结尾' };

/** Characters that a part may have. */
export const LONGEST: Record<TemplatePart, number> = { subject: 200, opening: 2000, closing: 2000 };

/** What stands in a mail for `{{name}}`; 0 and nothing count as false for `{{#if name}}`. */
export type Values = Readonly<Record<string, string | number>>;

export interface Variable {
  about: string;
  sample: string | number;
}

export interface Template {
  label: string;
  /** When it is sent. */
  about: string;
  variables: Readonly<Record<string, Variable>>;
  words: TemplateText;
}

const EVERYWHERE = {
  name: { about: '收件人姓名', sample: '王芳' },
  today: { about: '发信当天的日期', sample: '2026年6月30日' },
} as const;

/** The mails whose words may be changed, what may be inserted in each, and our own words. */
export const TEMPLATES: Readonly<Record<TemplateName, Template>> = {
  digest: {
    label: '每日摘要',
    about: '每人每个工作日至多一封，汇总逾期、到期、待办和新交办的任务',
    variables: {
      ...EVERYWHERE,
      count: { about: '邮件中任务的总数', sample: 6 },
      overdue: { about: '已逾期的任务数', sample: 2 },
      dueToday: { about: '今天到期的任务数', sample: 1 },
      dueThisWeek: { about: '本周到期的任务数', sample: 1 },
      waiting: { about: '等收件人签收、核实的任务数', sample: 1 },
      assigned: { about: '新交办的任务数', sample: 1 },
    },
    words: {
      subject: '【落实】{{today}} {{count}} 项任务提醒{{#if overdue}}，{{overdue}} 项已逾期{{/if}}',
      opening: '{{name}}：\n\n截至{{today}}，您有以下任务需要办理：',
      closing: '请点击任务名称查看原文出处并更新进展。',
    },
  },
  'at-once': {
    label: '即时提醒',
    about: '催办、立巡立交时立即发出',
    variables: {
      ...EVERYWHERE,
      count: { about: '邮件中任务的总数', sample: 1 },
      by: { about: '催办人、交办人姓名；系统发出时没有', sample: '李强' },
      note: { about: '催办人的附言；没有附言时没有', sample: '请于今日下班前报送进展。' },
    },
    words: {
      subject: '【落实】请尽快办理：{{count}} 项任务',
      opening:
        '{{name}}：\n\n{{#if by}}{{by}}提醒您{{else}}请您{{/if}}尽快办理以下任务：\n{{#if note}}\n附言：{{note}}\n{{/if}}',
      closing: '请点击任务名称查看详情并更新进展。',
    },
  },
  notice: {
    label: '系统通知',
    about: '邮箱退信、系统运行等需要管理人员处理的情况',
    variables: {
      ...EVERYWHERE,
      about: { about: '通知的事由', sample: '有邮箱地址退信' },
    },
    words: {
      subject: '【落实】{{about}}',
      opening: '{{name}}：\n\n以下情况需要您处理：',
      closing: '此邮件由系统发出。',
    },
  },
};

export const sampleValues = (name: TemplateName): Values =>
  Object.fromEntries(Object.entries(TEMPLATES[name].variables).map(([variable, { sample }]) => [variable, sample]));
