import type { ProblemStatus } from '#rectification/problem-status';
import type { Light } from '#tasks/light';
import type { TaskStatus } from '#tasks/task-status';

export const SEARCH_KINDS = ['task', 'problem', 'report'] as const;
export type SearchKind = (typeof SEARCH_KINDS)[number];

/** UTF-16 code units into the text. */
export class Mark {
  start: number;
  end: number;
}

/** A text and where the words of the search stand in it. */
export class MarkedText {
  text: string;
  marks: Mark[];
}

export class SearchHit {
  /** Of the task, the problem or the report. */
  id: string;
  code: MarkedText | null;
  title: MarkedText;
  /** The words in the text around them. */
  excerpt: MarkedText;
  unitName: string;
  taskStatus: TaskStatus | null;
  light: Light | null;
  dueOn: string | null;
  problemStatus: ProblemStatus | null;
  /** Where in a report: its section, and the first of the words in its text. */
  sectionPath: string[];
  place: Mark | null;
}

/** What was found of one kind. */
export class SearchGroup {
  kind: SearchKind;
  rows: SearchHit[];
  nextCursor: string | null;
  /** Counted up to 100; that number means: as many or more. */
  total: number;
}

export class SearchResult {
  /** Only the kinds that the present person may read anything of. */
  groups: SearchGroup[];
}
