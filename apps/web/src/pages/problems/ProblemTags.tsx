import { Tag } from 'antd';
import type { ProblemSummary } from '../../api/generated';
import { PROBLEM_STATUS } from './problem-words';
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

export const ProblemStatusTag = ({ status }: Pick<ProblemSummary, 'status'>) => (
  <Tag style={status === 'reopened' ? LATE : PLAIN}>{PROBLEM_STATUS[status]}</Tag>
);

/** A deadline, and in words when it has passed. */
export function ProblemDue({ dueOn, overdue }: Pick<ProblemSummary, 'dueOn' | 'overdue'>) {
  if (!dueOn) return <span className="quiet">{t`未定`}</span>;
  return (
    <span className="nowrap">
      {dueOn} {overdue && <Tag style={LATE}>{t`已超期`}</Tag>}
    </span>
  );
}
