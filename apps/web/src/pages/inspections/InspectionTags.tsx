import { Tag, Timeline } from 'antd';
import type { CheckLine, HistoryView, RoundSummary } from '../../api/generated';
import { at } from '../../components/time';
import { CHECK_STATUS, INSPECTION_DEEDS, INSPECTION_FIELDS, ROUND_STATUS } from './inspection-words';
import { t } from '../../language/t';

const PLAIN = {
  color: 'var(--neutral)',
  background: 'var(--neutral-ground)',
  borderColor: 'var(--neutral-line)',
  marginInlineEnd: 0,
};
const LATE = {
  color: 'var(--red)',
  background: 'var(--red-ground)',
  borderColor: 'var(--red-line)',
  marginInlineEnd: 0,
};

export const RoundStatusTag = ({ status }: Pick<RoundSummary, 'status'>) => (
  <Tag style={PLAIN}>{ROUND_STATUS[status]}</Tag>
);

/** How far a check is, and in words when it is late. */
export const CheckStatusTag = ({ status, overdue }: Pick<CheckLine, 'status' | 'overdue'>) => (
  <span className="nowrap">
    <Tag style={PLAIN}>{CHECK_STATUS[status]}</Tag> {overdue && <Tag style={LATE}>{t`已超期`}</Tag>}
  </span>
);

/** 整改率 of some problems, in words when there are none. */
export const rateWords = (problems: number, closed: number): string =>
  problems === 0 ? t`没有问题` : t`已销号 ${closed} / ${problems}（${Math.round((1000 * closed) / problems) / 10}%）`;

interface Props {
  history: HistoryView[];
  /** What the states of the subject are called. */
  statuses: Record<string, string>;
}

export function InspectionHistory({ history, statuses }: Props) {
  const word = (field: string, value: string | null) =>
    value === null ? t`无` : field === 'status' ? (statuses[value] ?? value) : value;
  return (
    <Timeline
      items={history.map(({ id, at: instant, by, action, reason, changes }) => ({
        key: id,
        content: (
          <>
            <div>
              <b>{INSPECTION_DEEDS[action] ?? action}</b>{' '}
              <span className="quiet small">
                {by} · {at(instant)}
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
                {INSPECTION_FIELDS[field] ?? field}：{from !== null && `${word(field, from)} → `}
                {word(field, to)}
              </div>
            ))}
          </>
        ),
      }))}
    />
  );
}
