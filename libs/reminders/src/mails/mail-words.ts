import { Injectable } from '@nestjs/common';
import type { MailKind } from '../delivery/mail.entity';
import { GROUPS, type Group } from './digest-content';

/** What the words of a mail may tell; 0 and the empty text where there is nothing to tell. */
export interface MailValues {
  name: string;
  /** 2026年6月30日 */
  today: string;
  /** Tasks in the mail. */
  count: number;
  counts: Partial<Record<Group, number>>;
  /** Who nudges, and his note; of a mail with the nudges of more than one person nobody. */
  by: string;
  note: string;
  /** The matter of a notice. */
  about: string;
}

/** The words around the lines of a mail, as plain text; an empty line parts paragraphs. */
export interface MailWords {
  subject(values: MailValues): string;
  opening(values: MailValues): string;
  closing(values: MailValues): string;
}

const countsIn = ({ counts }: MailValues) =>
  (Object.keys(GROUPS) as Group[])
    .filter((group) => counts[group])
    .map((group) => `${GROUPS[group]} ${counts[group]} 项`)
    .join('，');

export const DEFAULT_WORDS: Readonly<Record<MailKind, MailWords>> = {
  digest: {
    subject: (values) => `【落实】任务提醒：${countsIn(values)}`,
    opening: ({ name, today }) => `${name}：\n\n截至${today}，您有以下任务需要办理：`,
    closing: () => '请点击任务名称查看原文出处，点击“更新进展”报送进展。',
  },
  'at-once': {
    subject: (values) => `【落实】请尽快办理：${countsIn(values)}`,
    opening: ({ name, by, note }) =>
      `${name}：\n\n${by ? `${by}提醒您` : '请您'}尽快办理以下任务：${note ? `\n\n附言：${note}` : ''}`,
    closing: () => '请点击任务名称查看详情，点击“更新进展”报送进展。',
  },
  notice: {
    subject: ({ about }) => `【落实】${about}`,
    opening: ({ name }) => `${name}：\n\n以下情况需要您处理：`,
    closing: () => '此邮件由系统发出。',
  },
};

/** Where the words of mails come from. */
@Injectable()
export class MailWordsSource {
  of(kind: MailKind): Promise<MailWords> {
    return Promise.resolve(DEFAULT_WORDS[kind]);
  }
}
