import type { TemplateName } from './template-list';

export class TemplateVariable {
  name: string;
  about: string;
  sample: string;
}

export class TemplateView {
  name: TemplateName;
  label: string;
  about: string;
  subject: string;
  opening: string;
  closing: string;
  /** Whether any part differs from ours. */
  changed: boolean;
  variables: TemplateVariable[];
  editedBy: string | null;
  editedAt: string | null;
  /** 0 when the words were never changed. */
  version: number;
}

export class TemplateFaultView {
  /** subject, opening or closing. */
  part: string;
  /** Counted from 1. */
  line: number;
  /** Counted from 1; 0 when only the line is known. */
  column: number;
  message: string;
}

/** The mail with sample values; null while something in it is wrong. */
export class TemplatePreview {
  subject: string | null;
  text: string | null;
  html: string | null;
  faults: TemplateFaultView[];
}

export class TestMail {
  sentTo: string;
  /** Whether it only lies in the local mailbox, because no mail server is set. */
  local: boolean;
  /** What the mail server answered. */
  answer: string;
}
