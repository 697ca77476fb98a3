import Handlebars from 'handlebars';
import { mail } from './generated/templates';

/** A mail as its template and its plain text show it. */
export interface MailView {
  subject: string;
  opening: string[];
  groups: { heading: string; count: number; lines: LineView[] }[];
  /** What to say about the tasks that are not shown; empty when all are. */
  more: string;
  home: string;
  closing: string[];
  unsubscribe: string | null;
}

export interface LineView {
  title: string;
  code: string;
  unit: string;
  deadline: string;
  /** The light in words, with its colour: nobody has to tell colours apart. */
  light: string;
  colour: string;
  about: string;
  note: string;
  link: string;
  progressLink: string;
}

/** The paragraphs of a text; empty lines part them too. */
export const paragraphsOf = (text: string): string[] => text.split(/\n+/).filter((line) => line.trim() !== '');

const template = Handlebars.template<MailView>(mail);

/** Tables and inline styles only; whatever people wrote is text, never markup. */
export const asHtml = (view: MailView): string => template(view);

export function asText({ opening, groups, more, home, closing, unsubscribe }: MailView): string {
  const sections = groups.map(
    ({ heading, count, lines }) => `【${heading}】${count} 项\n${lines.map(textLine).join('\n')}`,
  );
  return [
    ...opening,
    ...sections,
    ...(more ? [`${more}\n${home}`] : []),
    ...closing,
    ...(unsubscribe ? [`不再接收“即将到期”的邮件提醒：${unsubscribe}`] : []),
    '',
  ].join('\n\n');
}

function textLine({ title, code, unit, deadline, light, about, note, link, progressLink }: LineView): string {
  const facts = [code, unit, deadline, light, about].filter((fact) => fact !== '').join('，');
  const update = progressLink === link ? '' : `\n  更新进展：${progressLink}`;
  return `· ${title}\n  ${facts}${note ? `\n  附言：${note}` : ''}\n  ${link}${update}`;
}
