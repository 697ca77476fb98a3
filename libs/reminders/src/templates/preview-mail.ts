import { LONGEST, PART_LABELS, sampleValues, TEMPLATE_PARTS, TEMPLATES } from './template-list';
import type { TemplateName, TemplatePart, TemplateText } from './template-list';
import { escapeHtml, readTemplate, textAsHtml, type SafeText } from './template-sandbox';
import type { TemplateFaultView } from './template.view';

/** Where the list of tasks stands, which no template decides. */
const BODY = '（此处为任务清单，由系统按收件人当时可见的内容生成）';

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

/** The mail as it would look with the samples of its variables. */
export function previewMail(name: TemplateName, parts: ReadParts): Previewed {
  const values = sampleValues(name);
  const opening = parts.opening.render(values);
  const closing = parts.closing.render(values);
  const html = `<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8"><title>${escapeHtml(parts.subject.render(values))}</title></head>
<body style="margin:0;padding:16px;font:15px/1.7 'Microsoft YaHei','PingFang SC',sans-serif;color:#1f2937">
${textAsHtml(opening)}
<p style="border:1px dashed #6b7684;border-radius:4px;padding:24px;text-align:center;color:#4b5563">${BODY}</p>
${textAsHtml(closing)}
</body></html>`;
  const text = [opening.trim(), BODY, closing.trim()].filter((part) => part !== '').join('\n\n') + '\n';
  return { subject: parts.subject.render(values), text, html };
}
