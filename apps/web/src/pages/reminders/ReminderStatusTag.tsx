import { Tag } from 'antd';
import type { ReminderView } from '../../api/generated';
import { statusWord } from './reminder-words';

const PLAIN = { color: 'var(--neutral)', background: 'var(--neutral-ground)', borderColor: 'var(--neutral-line)' };
const COLOURS: Partial<Record<ReminderView['status'], typeof PLAIN>> = {
  sent: { color: 'var(--green)', background: 'var(--green-ground)', borderColor: 'var(--green-line)' },
  failed: { color: 'var(--red)', background: 'var(--red-ground)', borderColor: 'var(--red-line)' },
  uncertain: { color: 'var(--amber)', background: 'var(--amber-ground)', borderColor: 'var(--amber-line)' },
};

/** What became of a reminder. */
export const ReminderStatusTag = ({ status, local }: Pick<ReminderView, 'status' | 'local'>) => (
  <Tag style={{ ...(COLOURS[status] ?? PLAIN), marginInlineEnd: 0 }}>{statusWord({ status, local })}</Tag>
);
