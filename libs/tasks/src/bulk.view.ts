import { ChangeView } from './task.view';

/** What a bulk command would do to one task. */
export class BulkRow {
  id: string;
  code: string;
  title: string;
  changes: ChangeView[];
  /** Why it cannot be done to this task; null when it can. */
  refusal: string | null;
}

export class BulkPreview {
  /** Names this very preview; to be sent with the command. */
  preview: string;
  total: number;
  refused: number;
  /** What is refused first, then in the order of the codes. */
  rows: BulkRow[];
}

export class BulkDone {
  done: number;
}
