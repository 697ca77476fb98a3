import type { TaskDetail, TaskLine, TaskPage } from '../../../api/generated';

interface Pages {
  pages: TaskPage[];
}

const OFFERED: readonly string[] = ['assign', 're-date', 'hand-over'] satisfies TaskLine['moves'];

/** Puts what a command answered into the pages that are on screen, so that the list stays where it is. */
export const withChanged =
  (task: TaskDetail) =>
  <Data>(data: Data): Data => {
    if (!isPages(data)) return data;
    const pages = data.pages.map((page) => ({
      ...page,
      rows: page.rows.map((row) => (row.id === task.id ? changed(row, task) : row)),
    }));
    return { ...data, pages };
  };

const isPages = (data: unknown): data is Pages =>
  typeof data === 'object' && data !== null && Array.isArray((data as Partial<Pages>).pages);

const changed = (row: TaskLine, task: TaskDetail): TaskLine => ({
  ...row,
  status: task.status,
  light: task.light,
  pace: task.pace,
  dueOn: task.dueOn,
  dueBasis: task.dueBasis,
  leadUnitId: task.leadUnitId,
  leadUnitName: task.leadUnitName,
  assigneeId: task.assigneeId,
  assigneeName: task.assigneeName,
  vacantPosition: task.vacantPosition,
  progress: task.progress,
  updatedAt: task.updatedAt,
  version: task.version,
  moves: task.moves.filter((move): move is TaskLine['moves'][number] => OFFERED.includes(move)),
});
