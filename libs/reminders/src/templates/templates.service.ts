import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { Actor } from '#organisation/actor';
import { Clock } from '#platform/clock';
import { changedMeanwhile, DomainError } from '#platform/domain-error';
import { changesBetween, record } from '#platform/history';
import { MailTemplate } from '../mails/mail-template.entity';
import { MailTemplates, textOf } from './mail-templates';
import { faultWords, previewMail, readParts } from './preview-mail';
import { TEMPLATE_NAMES, TEMPLATE_PARTS, TEMPLATES } from './template-list';
import type { TemplateName, TemplateText } from './template-list';
import type { SetTemplate, TemplateWords } from './template.dto';
import type { TemplatePreview, TemplateView } from './template.view';

/** History wants a UUID for its subject; each template has its place in the list at the end. */
const subjectOf = (name: TemplateName) =>
  `00000000-0000-4000-8001-${String(TEMPLATE_NAMES.indexOf(name) + 1).padStart(12, '0')}`;

/** 邮件模板: the words of mails, which administrators of the top unit may change. The layout stays ours. */
@Injectable()
export class TemplatesService {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly templates: MailTemplates,
  ) {}

  async list(actor: Actor): Promise<TemplateView[]> {
    mustAdminister(actor);
    return Promise.all(TEMPLATE_NAMES.map((name) => this.view(this.db.manager, name)));
  }

  /** The mail with sample values, or what is wrong in its words. */
  preview(actor: Actor, name: string, words: TemplateWords): TemplatePreview {
    mustAdminister(actor);
    const known = knownName(name);
    const { parts, faults } = readParts(known, words);
    return parts ? { ...previewMail(known, parts), faults: [] } : { subject: null, text: null, html: null, faults };
  }

  /** Throws mail-template.unknown, mail-template.wrong, mail-template.changed. */
  set(actor: Actor, name: string, { version, ...words }: SetTemplate): Promise<TemplateView> {
    mustAdminister(actor);
    const known = knownName(name);
    refuseFaults(known, words);
    return this.replace(actor, known, version, 'change', words);
  }

  /** Takes our own words again. Throws mail-template.unknown, mail-template.changed. */
  reset(actor: Actor, name: string, version: number): Promise<TemplateView> {
    mustAdminister(actor);
    const known = knownName(name);
    return this.replace(actor, known, version, 'restore-default', TEMPLATES[known].words);
  }

  private async replace(
    actor: Actor,
    name: TemplateName,
    version: number,
    action: string,
    words: TemplateText,
  ): Promise<TemplateView> {
    const replaced = await this.db.transaction(async (tx) => {
      // A template that was never changed has no row to lock.
      await tx.query(`SELECT pg_advisory_xact_lock(hashtextextended('mail-template', 0))`);
      const stored = await tx.findOneBy(MailTemplate, { name });
      if ((stored?.version ?? 0) !== version) throw changedMeanwhile('mail-template', '这个邮件模板');
      const before = textOf(name, stored);
      const own = TEMPLATE_PARTS.map((part) => [
        part,
        words[part] === TEMPLATES[name].words[part] ? null : words[part],
      ]);
      const edited = { editedById: actor.personId, editedAt: this.clock.now() };
      await tx.save(Object.assign(stored ?? tx.create(MailTemplate, { name }), Object.fromEntries(own), edited));
      const view = await this.view(tx, name);
      await record(tx, actor, {
        ...{ subject: 'mail-template', subjectId: subjectOf(name), action, reason: TEMPLATES[name].label },
        ...{ changes: changesBetween(facts(before), facts(words)), version: view.version },
      });
      return view;
    });
    this.templates.forget();
    return replaced;
  }

  private async view(db: EntityManager, name: TemplateName): Promise<TemplateView> {
    const stored = await db.findOne(MailTemplate, { where: { name }, relations: { editedBy: true } });
    const { label, about, variables } = TEMPLATES[name];
    return {
      ...{ name, label, about },
      ...textOf(name, stored),
      changed: TEMPLATE_PARTS.some((part) => stored?.[part] != null),
      variables: Object.entries(variables).map(([variable, { about: said, sample }]) => ({
        ...{ name: variable, about: said, sample: String(sample) },
      })),
      editedBy: stored?.editedBy?.name ?? null,
      editedAt: stored?.editedAt.toISOString() ?? null,
      version: stored?.version ?? 0,
    };
  }
}

/** As history names them: a subject there is what was changed. */
const facts = ({ subject, opening, closing }: TemplateText) => ({ mailSubject: subject, opening, closing });

/** One wording for the whole organisation: whoever administers all of it changes it. Throws mail-template.not-yours. */
export function mustAdminister(actor: Actor): void {
  if (actor.everywhere('organisation.manage')) return;
  throw new DomainError('forbidden', 'mail-template.not-yours', '邮件模板由最高一级单位的管理员维护，请与其联系。');
}

/** Throws mail-template.unknown. */
export function knownName(name: string): TemplateName {
  const known = TEMPLATE_NAMES.find((one) => one === name);
  if (!known) throw new DomainError('unknown', 'mail-template.unknown', '没有这个邮件模板，请从列表中选择。');
  return known;
}

/** The words as they were read. Throws mail-template.wrong with every fault. */
export function refuseFaults(name: TemplateName, words: TemplateText) {
  const { parts, faults } = readParts(name, words);
  if (parts) return parts;
  const errors = faults.map((fault) => ({ field: fault.part, message: faultWords(fault) }));
  const message = `模板中有 ${faults.length} 处错误，没有保存或发送。${errors[0].message}。`;
  throw new DomainError('invalid', 'mail-template.wrong', message, errors);
}
