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
      count: { about: '任务总数', sample: 6 },
      summary: { about: '各类任务数', sample: '已逾期 2 项，今天到期 1 项，本周到期 2 项，新交办 1 项' },
      nudge: { about: '催办数', sample: 0 },
      urgent: { about: '立巡立交数', sample: 0 },
      overdue: { about: '已逾期数', sample: 2 },
      dueToday: { about: '今天到期数', sample: 1 },
      dueThisWeek: { about: '本周到期数', sample: 2 },
      waiting: { about: '等收件人处理数', sample: 0 },
      mention: { about: '评论提到收件人的任务数', sample: 0 },
      assigned: { about: '新交办数', sample: 1 },
      dueLater: { about: '即将到期数', sample: 0 },
    },
    words: {
      subject: '【落实】任务提醒：{{summary}}',
      opening: '{{name}}：\n\n截至{{today}}，您有以下任务需要办理：',
      closing: '请点击任务名称查看原文出处，点击“更新进展”报送进展。',
    },
  },
  'at-once': {
    label: '即时提醒',
    about: '催办、立巡立交时立即发出',
    variables: {
      ...EVERYWHERE,
      count: { about: '任务总数', sample: 1 },
      summary: { about: '各类任务数', sample: '催办 1 项' },
      by: { about: '催办人姓名（系统发出时没有）', sample: '李强' },
      note: { about: '催办人的附言（可能没有）', sample: '请于今日下班前报送进展。' },
    },
    words: {
      subject: '【落实】请尽快办理：{{summary}}',
      opening:
        '{{name}}：\n\n{{#if by}}{{by}}提醒您{{else}}请您{{/if}}尽快办理以下任务：\n{{#if note}}\n\n附言：{{note}}\n{{/if}}',
      closing: '请点击任务名称查看详情，点击“更新进展”报送进展。',
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
