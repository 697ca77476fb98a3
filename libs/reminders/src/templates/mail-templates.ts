import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { MailTemplate } from '../mails/mail-template.entity';
import { LONGEST, TEMPLATE_PARTS, TEMPLATES } from './template-list';
import type { TemplateName, TemplatePart, TemplateText, Values } from './template-list';
import { readTemplate, type SafeText } from './template-sandbox';

/** The words of a mail around its list of tasks, as plain text: whoever puts them into HTML escapes them. */
export type MailWords = Record<TemplatePart, (values: Values) => string>;

/** Milliseconds for which the words are not compared with the database: how long another process's edit may go unseen. */
const TRUSTED = 1000;

/** Gives the words of mails: the organisation's own where it has some, else ours. */
@Injectable()
export class MailTemplates {
  private own: readonly MailTemplate[] = [];
  private readAt = -Infinity;
  private readonly words = new Map<string, MailWords>();

  constructor(private readonly db: DataSource) {}

  async of(name: TemplateName): Promise<MailWords> {
    if (performance.now() - this.readAt > TRUSTED) {
      this.readAt = performance.now();
      this.own = await this.db.manager.find(MailTemplate);
      this.words.clear();
    }
    const known = this.words.get(name) ?? wordsOf(name, this.own.find((one) => one.name === name) ?? null);
    this.words.set(name, known);
    return known;
  }

  /** To be called when words have been changed. */
  forget(): void {
    this.readAt = -Infinity;
  }
}

/** All parts of a template in force. */
export function textOf(name: TemplateName, stored: MailTemplate | null): TemplateText {
  const { words } = TEMPLATES[name];
  const parts = TEMPLATE_PARTS.map((part) => [part, stored?.[part] ?? words[part]]);
  return Object.fromEntries(parts) as TemplateText;
}

/** What the sandbox no longer lets pass, such as a variable that is gone, is replaced by our own words. */
export function wordsOf(name: TemplateName, stored: MailTemplate | null): MailWords {
  const text = textOf(name, stored);
  const read = (part: TemplatePart) => {
    const safe = safeText(name, part, text[part]) ?? safeText(name, part, TEMPLATES[name].words[part]);
    if (!safe) throw new Error(`our own template ${name} ${part} is refused`);
    return (values: Values) => safe.render(values);
  };
  return { subject: read('subject'), opening: read('opening'), closing: read('closing') };
}

function safeText(name: TemplateName, part: TemplatePart, source: string): SafeText | null {
  const found = readTemplate(source, Object.keys(TEMPLATES[name].variables), LONGEST[part]);
  return 'text' in found ? found.text : null;
}
