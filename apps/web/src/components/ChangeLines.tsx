import type { ChangeView, ReportItemView, TaskSummary } from '../api/generated';
import { DEEDS, FIELDS, KINDS, OCCURRENCE, REPORTING, STATUS, SUBJECTS, TASK_KINDS } from '../words';
import { at } from './time';
import { t } from '../language/t';

const VALUES: Record<string, (raw: string) => string> = {
  status: (raw) => STATUS[raw as TaskSummary['status']] ?? raw,
  progress: (raw) => `${raw}%`,
  dueAt: (raw) => at(raw),
  reportEvery: (raw) => REPORTING[raw as keyof typeof REPORTING] ?? raw,
  occursEvery: (raw) => OCCURRENCE[raw as keyof typeof OCCURRENCE] ?? raw,
  kind: (raw) => KINDS[raw as ReportItemView['kind']]?.name ?? raw,
  taskKind: (raw) => TASK_KINDS[raw as TaskSummary['kind']] ?? raw,
  subject: (raw) => SUBJECTS[raw as keyof typeof SUBJECTS] ?? raw,
  action: (raw) => DEEDS[raw] ?? raw,
  evidenceRequired: (raw) => (raw === '1' ? t`必须有佐证` : t`不要求佐证`),
};

const value = (field: string, raw: string | null) =>
  raw === null || raw === '' ? t`无` : (VALUES[field]?.(raw) ?? raw);

/** What changed, field by field, in words. */
export function ChangeLines({ changes }: { changes: ChangeView[] }) {
  return changes.map(({ field, from, to }) => (
    <div className="quiet small" key={field}>
      {FIELDS[field] ?? field}：{from === null ? '' : `${value(field, from)} → `}
      {value(field, to)}
    </div>
  ));
}
