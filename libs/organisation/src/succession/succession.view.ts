import type { OpenItem } from './responsibilities';

export class SuccessionItem implements OpenItem {
  id: string;
  code: string;
  title: string;
  dueOn: string | null;
  overdue: boolean;
}

export class SuccessionKind {
  kind: string;
  label: string;
  /** The noun of the pages of its items. */
  noun: 'tasks' | 'problems';
  count: number;
  overdue: number;
  /** The most urgent of them first; the longest lists are cut. */
  items: SuccessionItem[];
}

export class SuccessionPreview {
  /** Names this very preview; to be sent with the command. */
  preview: string;
  predecessor: string;
  successor: string;
  total: number;
  overdue: number;
  kinds: SuccessionKind[];
}

export class SuccessionDone {
  moved: number;
}
