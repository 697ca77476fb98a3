import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { MailTemplate } from '../mails/mail-template.entity';
import { LONGEST, TEMPLATE_PARTS, TEMPLATES } from './template-list';
import type { TemplateName, TemplatePart, TemplateText, Values } from './template-list';
import { readTemplate, type SafeText } from './template-sandbox';

/** The words of a mail around its list of tasks, as plain text: whoever puts them into HTML escapes them. */
export type MailWords = Record<TemplatePart, (values: Values) => string>;

/** Gives the words of mails: the organisation's own where it has some, else ours. */
@Injectable()
export class MailTemplates {
  /** What was read before; a text always reads the same. */
  private readonly known = new Map<string, SafeText>();

  constructor(private readonly db: DataSource) {}

  /** As they are at this moment, in every process; ask once for a batch of mails. */
  async words(name: TemplateName): Promise<MailWords> {
    return this.wordsOf(name, textOf(name, await this.db.manager.findOneBy(MailTemplate, { name })));
  }

  private wordsOf(name: TemplateName, text: TemplateText): MailWords {
    const read = (part: TemplatePart) => {
      const safe = this.safe(name, part, text[part]);
      return (values: Values) => safe.render(values);
    };
    return { subject: read('subject'), opening: read('opening'), closing: read('closing') };
  }

  /** What the sandbox no longer lets pass, such as a variable that is gone, is replaced by our own words. */
  private safe(name: TemplateName, part: TemplatePart, source: string): SafeText {
    const key = `${name} ${part} ${source}`;
    const before = this.known.get(key);
    if (before) return before;
    const found = readTemplate(source, Object.keys(TEMPLATES[name].variables), LONGEST[part]);
    if ('fault' in found) {
      const ours = TEMPLATES[name].words[part];
      if (source === ours) throw new Error(`our own template ${name} ${part}: ${found.fault.message}`);
      return this.safe(name, part, ours);
    }
    // Texts are edited by hand now and then; a process would have to run for years to gather many.
    this.known.set(key, found.text);
    return found.text;
  }
}

/** All parts of a template in force. */
export function textOf(name: TemplateName, stored: MailTemplate | null): TemplateText {
  const { words } = TEMPLATES[name];
  const parts = TEMPLATE_PARTS.map((part) => [part, stored?.[part] ?? words[part]]);
  return Object.fromEntries(parts) as TemplateText;
}
