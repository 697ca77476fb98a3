import { Tag } from 'antd';
import type { ReminderView } from '../../api/generated';
import { statusWord } from './reminder-words';

const PLAIN = { color: '#374151', background: '#f1f3f6', borderColor: '#d5dae1' };
const COLOURS: Partial<Record<ReminderView['status'], typeof PLAIN>> = {
  sent: { color: '#1c6b3c', background: '#e5f4ea', borderColor: '#b7dcc4' },
  failed: { color: '#b42318', background: '#fdecea', borderColor: '#f3c2bd' },
  uncertain: { color: '#8a5a00', background: '#fdf3d8', borderColor: '#ecd79b' },
};

/** What became of a reminder. */
export const ReminderStatusTag = ({ status, local }: Pick<ReminderView, 'status' | 'local'>) => (
  <Tag style={{ ...(COLOURS[status] ?? PLAIN), marginInlineEnd: 0 }}>{statusWord({ status, local })}</Tag>
);
