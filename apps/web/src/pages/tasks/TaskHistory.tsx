import { Timeline } from 'antd';
import type { HistoryView } from '../../api/generated';
import { DEEDS } from '../../words';
import { ChangeLines } from '../../components/ChangeLines';
import { at } from '../../components/time';
import { t } from '../../language/t';

/** Who did what, when and why, in words. */
export function TaskHistory({ history }: { history: HistoryView[] }) {
  return (
    <Timeline
      items={history.map(({ id, at: when, by, action, reason, changes }) => ({
        key: id,
        content: (
          <>
            <div>
              <b>{DEEDS[action] ?? action}</b>{' '}
              <span className="quiet small">
                {by} · {at(when)}
              </span>
            </div>
            {reason && (
              <div className="narrative">
                {t`说明：`}
                {reason}
              </div>
            )}
            <ChangeLines changes={changes} />
          </>
        ),
      }))}
    />
  );
}
