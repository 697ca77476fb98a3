import { Tag } from 'antd';
import type { TaskSummary } from '../api/generated';
import { STATUS } from '../words';

export function StatusTag({ status }: { status: TaskSummary['status'] }) {
  return (
    <Tag
      style={{
        color: 'var(--neutral)',
        background: 'var(--neutral-ground)',
        borderColor: 'var(--neutral-line)',
        marginInlineEnd: 0,
      }}
    >
      {STATUS[status]}
    </Tag>
  );
}
