import type { TaskSummary } from '../api/generated';

/** Who is responsible, in words; a position that nobody holds is named as vacant. */
export const assigneeWord = ({ assigneeName, vacantPosition }: TaskSummary): string | null =>
  assigneeName ?? (vacantPosition ? `${vacantPosition.title}（空缺）` : null);
