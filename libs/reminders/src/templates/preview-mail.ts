import { asHtml, asText, paragraphsOf, type LineView, type MailView } from '../mails/mail-view';
import { LONGEST, PART_LABELS, sampleValues, TEMPLATE_PARTS, TEMPLATES } from './template-list';
import type { TemplateName, TemplatePart, TemplateText } from './template-list';
import { readTemplate, type SafeText } from './template-sandbox';
import type { TemplateFaultView } from './template.view';

export interface Previewed {
  subject: string;
  text: string;
  html: string;
}

type ReadParts = Record<TemplatePart, SafeText>;

/** Reads all parts of a template; everything that is wrong in them. */
export function readParts(
  name: TemplateName,
  words: TemplateText,
): { parts: ReadParts; faults: [] } | { parts: null; faults: TemplateFaultView[] } {
  const variables = Object.keys(TEMPLATES[name].variables);
  const parts: Partial<ReadParts> = {};
  const faults: TemplateFaultView[] = [];
  for (const part of TEMPLATE_PARTS) {
    const found = readTemplate(words[part], variables, LONGEST[part]);
    if ('fault' in found) faults.push({ part, ...found.fault });
    else parts[part] = found.text;
  }
  // A subject of several lines would break the mail's head, an empty one the reader's list.
  if (/[\r\n]/.test(words.subject)) faults.push({ part: 'subject', line: 1, column: 0, message: '主题只能有一行' });
  if (words.subject.trim() === '') faults.push({ part: 'subject', line: 1, column: 0, message: '主题不能为空' });
  return faults.length > 0 ? { parts: null, faults } : { parts: parts as ReadParts, faults: [] };
}

/** The place of a fault in words: 开头第 2 行第 5 字. */
export const faultWords = ({ part, line, column, message }: TemplateFaultView): string =>
  `${PART_LABELS[part as TemplatePart]}第 ${line} 行${column > 0 ? `第 ${column} 字` : ''}：${message}`;

/** A task as it stands in the mails. */
const SAMPLE: LineView = {
  ...{
    title: '示例：推进老旧小区改造',
    code: '2026-00001',
    unit: '住建局',
    deadline: '完成时限 2026年6月28日，逾期 2 天',
  },
  ...{ light: '红灯：已逾期', colour: '#b42318', about: '', note: '', link: '#', progressLink: '#' },
};

/** The mail as it would look with the samples of its variables, and a sample of its tasks, which no template decides. */
export function previewMail(name: TemplateName, parts: ReadParts): Previewed {
  const values = sampleValues(name);
  const paragraphs = (part: TemplatePart) => paragraphsOf(parts[part].render(values));
  const view: MailView = {
    subject: parts.subject.render(values),
    opening: [...paragraphs('opening'), ...(name === 'notice' ? ['（此处为通知的内容）'] : [])],
    groups: name === 'notice' ? [] : [{ heading: '任务清单（示例）', count: 1, lines: [SAMPLE] }],
    ...{ more: '', home: '#', closing: paragraphs('closing'), unsubscribe: null },
  };
  return { subject: view.subject, text: asText(view), html: asHtml(view) };
}
