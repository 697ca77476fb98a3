import { Drawer, Skeleton } from 'antd';
import { ask } from '../../../../api/client';
import { listTasks } from '../../../../api/generated';
import { Failure } from '../../../../components/Failure';
import { usePages } from '../../../../components/pages';
import { TaskLines } from '../../../../components/TaskLines';
import { dayWords } from '../../../../components/time';
import type { TaskFilterValues } from '../../useTaskFilters';
import { AutoMore } from '../AutoMore';
import { t } from '../../../../language/t';

/** Everything that is due on a day. */
export function DayDrawer({ day, filters, onClose }: { day: string; filters: TaskFilterValues; onClose: () => void }) {
  const query = { ...filters, dueFrom: day, dueTo: day };
  const list = usePages(['tasks', 'day', query], (cursor) => ask(listTasks({ query: { ...query, cursor } })));
  const { rows, error, total, refetch } = list;
  return (
    <Drawer
      open
      size={480}
      title={t`${dayWords(day)}到期的任务${total === undefined ? '' : t`（${total} 项）`}`}
      onClose={onClose}
    >
      {error && !rows && <Failure error={error} retry={() => void refetch()} />}
      {!rows && !error && <Skeleton active />}
      {rows && <TaskLines tasks={rows} empty={t`当天没有到期的任务`} />}
      <AutoMore list={list} />
    </Drawer>
  );
}
