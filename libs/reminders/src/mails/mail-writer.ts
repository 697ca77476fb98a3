import { Inject, Injectable } from '@nestjs/common';
import type { AsOf } from '#organisation/calendar/working-time';
import type { Day } from '#platform/clock';
import { Settings } from '#platform/settings';
import type { Light } from '#tasks/light';
import type { TaskStatus } from '#tasks/task-status';
import type { Letter, Line } from '../delivery/hand-over';
import { MailLinks } from '../progress-links/mail-links';
import { kindOf, RULE_KINDS } from '../rules';
import { MailTemplates } from '../templates/mail-templates';
import type { Values } from '../templates/template-list';
import { digestContent, GROUPS, type DigestContent, type Group, type TaskLine } from './digest-content';
import { asHtml, asText, paragraphsOf, type LineView, type MailView } from './mail-view';

export interface WrittenMail {
  subject: string;
  text: string;
  html: string;
  headers: Record<string, string>;
}

/** What is not accepted yet is not reported on. */
const UNDER_WAY: readonly TaskStatus[] = ['accepted', 'in-progress'];

const LIGHTS: Record<Light | 'none', { word: string; colour: string }> = {
  red: { word: '红灯：已逾期', colour: '#b42318' },
  yellow: { word: '黄灯：未达序时进度', colour: '#8a5a00' },
  blue: { word: '蓝灯：临近到期', colour: '#175cd3' },
  green: { word: '绿灯：正常', colour: '#1c6b3c' },
  purple: { word: '紫灯：逾期办结', colour: '#6b2fa0' },
  none: { word: '', colour: '#57606a' },
};

/** Writes mails: their words, their tasks and their links. */
@Injectable()
export class MailWriter {
  private readonly hours: Intl.DateTimeFormat;

  constructor(
    @Inject(MailTemplates) private readonly words: Pick<MailTemplates, 'of'>,
    @Inject(MailLinks) private readonly links: Pick<MailLinks, 'home' | 'task' | 'progressLink' | 'unsubscribeLink'>,
    settings: Settings,
  ) {
    this.hours = new Intl.DateTimeFormat('zh-CN', {
      ...{ timeZone: settings.timeZone, hourCycle: 'h23' },
      ...{ year: 'numeric', month: 'long', day: 'numeric', hour: '2-digit', minute: '2-digit' },
    });
  }

  async write(letter: Letter, at: AsOf): Promise<WrittenMail> {
    const content = digestContent(letter.lines, at);
    const values = valuesOf(letter, content, at);
    const words = await this.words.of(letter.kind);
    // Nothing that cannot be declined is offered to be declined.
    const optional = letter.kind === 'digest' && letter.lines.some(({ rule }) => RULE_KINDS[kindOf(rule)].optional);
    const unsubscribe = optional ? await this.links.unsubscribeLink(letter.personId) : null;
    const said = letter.kind === 'notice' ? paragraphsOf(letter.text ?? '') : [];
    const view: MailView = {
      subject: words.subject(values).replace(/\s+/g, ' ').trim(),
      opening: [...paragraphsOf(words.opening(values)), ...said],
      groups: await Promise.all(
        content.groups.map(async ({ group, lines }) => ({
          ...{ heading: GROUPS[group], count: content.counts[group] ?? 0 },
          lines: await Promise.all(lines.map((line) => this.lineView(line, letter.personId, values, at.today))),
        })),
      ),
      more: content.more > 0 ? `另有 ${content.more} 项，请登录查看` : '',
      home: this.links.home,
      closing: paragraphsOf(words.closing(values)),
      unsubscribe,
    };
    return { subject: view.subject, text: asText(view), html: asHtml(view), headers: headersOf(unsubscribe) };
  }

  private async lineView(
    { task, light, about }: TaskLine,
    personId: string,
    { by, note }: Values,
    today: Day,
  ): Promise<LineView> {
    const { word, colour } = LIGHTS[light ?? 'none'];
    const instead = task.insteadOf === null ? [] : [`代${task.insteadOf}办理`];
    const link = this.links.task(task.taskId);
    // Only 催办 goes by itself; what a digest quotes was written in a comment.
    const wrote = kindOf(task.rule) === 'nudge' ? '催办人' : '评论人';
    const written = task.writtenBy === null || by !== '' ? [] : [`${wrote} ${task.writtenBy}`];
    return {
      ...{ title: task.title, code: task.code, unit: task.leadUnitName, deadline: this.deadline(task, today) },
      ...{ light: word, colour, about: [...about, ...instead, ...written].join('，') },
      note: note === '' ? (task.note ?? '') : '',
      link,
      progressLink: UNDER_WAY.includes(task.status) ? await this.links.progressLink(task.taskId, personId) : link,
    };
  }

  private deadline({ dueOn, dueAt }: Line, today: Day): string {
    if (dueAt !== null) return `完成时限 ${this.hours.format(dueAt)}`;
    if (dueOn === null) return '未定时限';
    const late = (Date.parse(today) - Date.parse(dueOn)) / 86_400_000;
    return `完成时限 ${inWords(dueOn)}${late > 0 ? `，逾期 ${late} 天` : ''}`;
  }
}

function valuesOf({ name, kind, subject, lines }: Letter, { counts, total }: DigestContent, { today }: AsOf): Values {
  const only = (words: (string | null)[]) => (new Set(words).size === 1 ? (words[0] ?? '') : '');
  return {
    ...{ ...counts, name, today: inWords(today), count: total, summary: countsIn(counts) },
    // A digest says it beside each task.
    by: kind === 'at-once' ? only(lines.map(({ writtenBy }) => writtenBy)) : '',
    note: kind === 'at-once' ? only(lines.map(({ note }) => note)) : '',
    about: kind === 'notice' ? (subject ?? '') : '',
  };
}

/** 已逾期 2 项，今天到期 1 项 */
const countsIn = (counts: DigestContent['counts']): string =>
  (Object.keys(GROUPS) as Group[])
    .filter((group) => counts[group])
    .map((group) => `${GROUPS[group]} ${counts[group]} 项`)
    .join('，');

/** RFC 2369 and RFC 8058: mail programs show a button. */
const headersOf = (unsubscribe: string | null): Record<string, string> =>
  unsubscribe === null
    ? {}
    : { 'List-Unsubscribe': `<${unsubscribe}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' };

function inWords(day: Day): string {
  const [year, month, date] = day.split('-').map(Number);
  return `${year}年${month}月${date}日`;
}
