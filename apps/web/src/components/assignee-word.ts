import type { TaskSummary } from '../api/generated';
import { t } from '../language/t';

/** Who is responsible, in words; a position that nobody holds is named as vacant. */
export const assigneeWord = ({ assigneeName, vacantPosition }: TaskSummary): string | null =>
  assigneeName ?? (vacantPosition ? t`${vacantPosition.title}（空缺）` : null);
