export class StoredMailLine {
  id: string;
  kind: 'digest' | 'at-once' | 'notice';
  subject: string;
  recipientName: string;
  address: string;
  at: string;
}

export class MailboxPage {
  /** Whether a mail server is set: then mails go out and none are kept here. */
  mailServer: boolean;
  rows: StoredMailLine[];
  nextCursor: string | null;
  /** Null on later pages. */
  total: number | null;
}

export class StoredMail extends StoredMailLine {
  text: string;
  html: string | null;
}
