import { Timeline } from 'antd';
import type { HistoryView, TaskSummary } from '../../api/generated';
import { DEEDS, FIELDS, STATUS } from '../../words';

function value(field: string, raw: string | null): string {
  if (raw === null || raw === '') return '无';
  if (field === 'status') return STATUS[raw as TaskSummary['status']];
  return field === 'progress' ? `${raw}%` : raw;
}

/** Who did what, when and why, in words. */
export function TaskHistory({ history }: { history: HistoryView[] }) {
  return (
    <Timeline
      items={history.map(({ id, at, by, action, reason, changes }) => ({
        key: id,
        content: (
          <>
            <div>
              <b>{DEEDS[action] ?? action}</b>{' '}
              <span className="quiet small">
                {by} · {new Date(at).toLocaleString('zh-CN', { dateStyle: 'short', timeStyle: 'short' })}
              </span>
            </div>
            {reason && <div className="narrative">说明：{reason}</div>}
            {changes.map(({ field, from, to }) => (
              <div className="quiet small" key={field}>
                {FIELDS[field] ?? field}：{value(field, from)} → {value(field, to)}
              </div>
            ))}
          </>
        ),
      }))}
    />
  );
}
