import { Button, Empty, Grid } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { Failure } from '../../components/Failure';
import { useMay } from '../../session/session';
import { CreateModal } from './CreateModal';
import { BatchBar } from './list/BatchBar';
import { ColumnChooser } from './list/ColumnChooser';
import { withWidth } from './list/column-choice';
import { ExportButton } from './list/ExportButton';
import { TaskCards } from './list/TaskCards';
import { useChoice } from './list/useChoice';
import { useListRows } from './list/useListRows';
import { useListViews } from './list/useListViews';
import { useOpenView } from './list/useOpenView';
import { ViewMenu } from './list/ViewMenu';
import { TaskFilters } from './TaskFilters';
import { TaskTable } from './TaskTable';
import { useTaskFilters } from './useTaskFilters';
import { TaskViewPage } from './views/TaskViewPage';
import { useTaskView } from './views/task-view';
import { ViewSwitch } from './views/ViewSwitch';
import './tasks.css';
import { t } from '../../language/t';

const MOST_COUNTED = 10_000;

export default function TasksPage() {
  return useTaskView() === 'list' ? <TaskListPage /> : <TaskViewPage />;
}

function TaskListPage() {
  const assigns = useMay('task.assign');
  const leads = useMay('task.lead');
  const narrow = !Grid.useBreakpoint().md;
  const address = useTaskFilters();
  const { filters, set, setAll, clear, filtered } = address;
  const lists = useListViews();
  const opened = useOpenView(address, lists);
  const [creating, setCreating] = useState(false);
  const list = useListRows(filters);
  const { items, tasks, total, waiting, error, refetch } = list;
  const choice = useChoice(tasks);
  if (error) return <Failure error={error} retry={refetch} />;
  const empty = filtered ? t`没有符合条件的任务` : t`还没有任务。在“报告”中审核并接受事项后，任务会出现在这里。`;
  const nothing = waiting ? (
    <p className="quiet">{t`正在读取…`}</p>
  ) : (
    <Empty description={empty}>{filtered && <Button onClick={clear}>{t`清除筛选`}</Button>}</Empty>
  );
  return (
    <div className="page wide tasks-page">
      <div className="page-head">
        <h1 className="grow">
          {t`任务`}{' '}
          {total !== undefined && (
            <span className="quiet small">
              {t`共`} {total >= MOST_COUNTED && !filters.groupBy ? t`${MOST_COUNTED} 项以上` : t`${total} 项`}
            </span>
          )}
        </h1>
        <ViewSwitch />
        <ViewMenu
          views={lists.views}
          current={opened.view}
          defaultViewId={lists.defaultViewId}
          query={opened.query}
          columns={lists.columns}
          open={opened.open}
          prefer={lists.prefer}
        />
        {!narrow && <ColumnChooser columns={lists.columns} onChange={lists.arrange} />}
        <ExportButton filters={filters} columns={lists.columns} />
        {assigns && <Link to="/tasks/import">{t`从 Excel 导入台账`}</Link>}
        {assigns && (
          <Button type="primary" onClick={() => setCreating(true)}>
            {t`新建任务`}
          </Button>
        )}
      </div>
      <TaskFilters filters={filters} set={set} setAll={setAll} clear={clear} tasks={tasks} />
      {list.readers}
      {narrow ? (
        <TaskCards
          items={items}
          waiting={waiting}
          empty={empty}
          by={filters.groupBy}
          onMore={list.more}
          onToggle={list.toggle}
        />
      ) : (
        <TaskTable
          key={JSON.stringify(filters)}
          items={waiting ? [] : items}
          columns={lists.columns}
          sort={filters.sort ?? 'dueOn'}
          onSort={(sort) => set('sort', sort === 'dueOn' ? undefined : sort)}
          onWidth={(name, width) => lists.arrange(withWidth(lists.columns, name, width))}
          choice={assigns || leads ? choice : undefined}
          grouping={filters.groupBy}
          onMore={list.more}
          onToggle={list.toggle}
          total={total}
          empty={nothing}
        />
      )}
      <BatchBar choice={choice} filters={filters} columns={lists.columns} total={total} />
      {creating && <CreateModal onClose={() => setCreating(false)} />}
    </div>
  );
}
