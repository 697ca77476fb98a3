export class ThreeListColumn {
  title: string;
  /** Chinese characters that fit beside each other. */
  width: number;
  /** What the words lead to. */
  link: 'problem' | 'task' | null;
}

export class ThreeListRow {
  problemId: string;
  taskId: string | null;
  /** One text for each column. */
  cells: string[];
}

export class ThreeListPage {
  title: string;
  columns: ThreeListColumn[];
  rows: ThreeListRow[];
  nextCursor: string | null;
  /** Problems, counted up to 10,000; that number means: as many or more. */
  total: number;
}
