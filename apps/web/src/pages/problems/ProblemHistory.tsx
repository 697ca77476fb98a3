import { Timeline } from 'antd';
import type { HistoryView, ProblemSummary } from '../../api/generated';
import { PROBLEM_DEEDS, PROBLEM_FIELDS, PROBLEM_STATUS } from './problem-words';
import { t } from '../../language/t';

const value = (field: string, raw: string) =>
  field === 'status' ? (PROBLEM_STATUS[raw as ProblemSummary['status']] ?? raw) : raw;

/** What an empty field means. */
const EMPTY: Record<string, string> = { lookBackMonths: t`按督办规则` };
const nothing = (field: string) => EMPTY[field] ?? t`无`;

/** Of these there are several; one comes or goes. */
const SEVERAL = ['cause', 'measure', 'attachments'];

function words(field: string, from: string | null, to: string | null): string {
  if (from === null) return to === null ? nothing(field) : value(field, to);
  if (to !== null) return `${value(field, from)} → ${value(field, to)}`;
  return SEVERAL.includes(field) ? t`移除“${from}”` : `${value(field, from)} → ${nothing(field)}`;
}

export function ProblemHistory({ history }: { history: HistoryView[] }) {
  return (
    <Timeline
      items={history.map(({ id, at, by, action, reason, changes }) => ({
        key: id,
        content: (
          <>
            <div>
              <b>{PROBLEM_DEEDS[action] ?? action}</b>{' '}
              <span className="quiet small">
                {by} · {new Date(at).toLocaleString('zh-CN', { dateStyle: 'short', timeStyle: 'short' })}
              </span>
            </div>
            {reason && (
              <div className="narrative">
                {t`说明：`}
                {reason}
              </div>
            )}
            {changes.map(({ field, from, to }) => (
              <div className="quiet small narrative" key={`${field} ${from} ${to}`}>
                {PROBLEM_FIELDS[field] ?? field}：{words(field, from, to)}
              </div>
            ))}
          </>
        ),
      }))}
    />
  );
}
