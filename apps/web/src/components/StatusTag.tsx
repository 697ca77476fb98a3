import { Tag } from 'antd';
import type { TaskSummary } from '../api/generated';
import { STATUS } from '../words';

export function StatusTag({ status }: { status: TaskSummary['status'] }) {
  return (
    <Tag style={{ color: '#374151', background: '#f1f3f6', borderColor: '#d5dae1', marginInlineEnd: 0 }}>
      {STATUS[status]}
    </Tag>
  );
}
