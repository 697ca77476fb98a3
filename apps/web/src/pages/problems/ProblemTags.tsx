import { Tag } from 'antd';
import type { ProblemSummary } from '../../api/generated';
import { PROBLEM_STATUS } from './problem-words';

const PLAIN = { color: '#374151', background: '#f1f3f6', borderColor: '#d5dae1', marginInlineEnd: 0 };
const LATE = { color: '#b42318', background: '#fdecea', borderColor: '#f3c2bd', marginInlineEnd: 0 };

export const ProblemStatusTag = ({ status }: Pick<ProblemSummary, 'status'>) => (
  <Tag style={status === 'reopened' ? LATE : PLAIN}>{PROBLEM_STATUS[status]}</Tag>
);

/** A deadline, and in words when it has passed. */
export function ProblemDue({ dueOn, overdue }: Pick<ProblemSummary, 'dueOn' | 'overdue'>) {
  if (!dueOn) return <span className="quiet">未定</span>;
  return (
    <span className="nowrap">
      {dueOn} {overdue && <Tag style={LATE}>已超期</Tag>}
    </span>
  );
}
