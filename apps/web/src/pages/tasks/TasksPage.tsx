import { Button, Empty, Grid, Progress, Table } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { ask } from '../../api/client';
import { listTasks, type TaskSummary } from '../../api/generated';
import { assigneeWord } from '../../components/assignee-word';
import { Failure } from '../../components/Failure';
import { More, usePages } from '../../components/pages';
import { LightTag } from '../../components/LightTag';
import { PaceWord } from '../../components/PaceWord';
import { StatusTag } from '../../components/StatusTag';
import { TaskLines } from '../../components/TaskLines';
import { useMay } from '../../session/session';
import { BulkModal } from './BulkModal';
import { CreateModal } from './CreateModal';
import { NudgeModal } from './escalation/NudgeModal';
import { TaskFilters } from './TaskFilters';
import { useTaskFilters } from './useTaskFilters';
import { TaskViewPage } from './views/TaskViewPage';
import { useTaskView } from './views/task-view';
import { ViewSwitch } from './views/ViewSwitch';
import './tasks.css';

const MOST_COUNTED = 10_000;

export default function TasksPage() {
  return useTaskView() === 'list' ? <TaskListPage /> : <TaskViewPage />;
}

function TaskListPage() {
  const assigns = useMay('task.assign');
  const leads = useMay('task.lead');
  const nudges = assigns || leads;
  const narrow = !Grid.useBreakpoint().md;
  const { filters, set, clear, filtered } = useTaskFilters();
  const [chosen, setChosen] = useState<TaskSummary[]>([]);
  const [assigning, setAssigning] = useState(false);
  const [nudging, setNudging] = useState(false);
  const [creating, setCreating] = useState(false);
  const list = usePages(['tasks', filters], (cursor) => ask(listTasks({ query: { ...filters, cursor } })));
  const { rows, total, error, refetch, isFetching } = list;
  if (error) return <Failure error={error} retry={() => void refetch()} />;
  const empty = filtered ? '没有符合条件的任务' : '还没有任务。在“报告”中审核并接受事项后，任务会出现在这里。';
  return (
    <div className="page">
      <div className="page-head">
        <h1 className="grow">
          任务{' '}
          {total !== undefined && (
            <span className="quiet small">共 {total >= MOST_COUNTED ? `${MOST_COUNTED} 项以上` : `${total} 项`}</span>
          )}
        </h1>
        <ViewSwitch />
        {assigns && <Button onClick={() => setCreating(true)}>新建任务</Button>}
        {assigns && <Link to="/tasks/import">从 Excel 导入台账</Link>}
        {nudges && (
          <Button disabled={chosen.length === 0} onClick={() => setNudging(true)}>
            催办{chosen.length > 0 && `（${chosen.length}）`}
          </Button>
        )}
        {assigns && (
          <Button type="primary" disabled={chosen.length === 0} onClick={() => setAssigning(true)}>
            批量办理{chosen.length > 0 && `（${chosen.length}）`}
          </Button>
        )}
      </div>
      <TaskFilters filters={filters} set={set} clear={filtered ? clear : undefined} />
      {narrow ? (
        <div style={{ background: '#fff', padding: '0 12px', borderRadius: 6 }}>
          <TaskLines tasks={rows ?? []} empty={isFetching ? '正在读取…' : empty} />
        </div>
      ) : (
        <Table<TaskSummary>
          rowKey="id"
          loading={isFetching && !rows}
          dataSource={rows}
          pagination={false}
          // Scrolled by its frame: antd's own scrolling repeats the select-all box in a hidden row, where the keyboard still finds it.
          className="framed"
          locale={{
            emptyText: <Empty description={empty}>{filtered && <Button onClick={clear}>清除筛选</Button>}</Empty>,
          }}
          rowSelection={
            nudges
              ? {
                  selectedRowKeys: chosen.map(({ id }) => id),
                  onChange: (_, tasks) => setChosen(tasks),
                  getCheckboxProps: (task) => ({
                    disabled: !['drafted', 'returned', 'assigned', 'accepted', 'in-progress', 'suspended'].includes(
                      task.status,
                    ),
                    'aria-label': `选择 ${task.title}`,
                  }),
                }
              : undefined
          }
          columns={COLUMNS}
        />
      )}
      <More list={list} />
      {creating && <CreateModal onClose={() => setCreating(false)} />}
      {nudging && (
        <NudgeModal
          tasks={chosen}
          onClose={(done) => {
            setNudging(false);
            if (done) setChosen([]);
          }}
        />
      )}
      {assigning && (
        <BulkModal
          tasks={chosen}
          onClose={(done) => {
            setAssigning(false);
            if (done) setChosen([]);
          }}
        />
      )}
    </div>
  );
}

const COLUMNS = [
  { title: '编号', dataIndex: 'code', width: 118, render: (code: string) => <span className="nowrap">{code}</span> },
  {
    title: '任务',
    dataIndex: 'title',
    render: (title: string, { id, reportTitle }: TaskSummary) => (
      <>
        <Link to={`/tasks/${id}`}>{title}</Link>
        {reportTitle && <div className="quiet small">{reportTitle}</div>}
      </>
    ),
  },
  {
    title: '亮灯',
    dataIndex: 'light',
    width: 126,
    render: (light: TaskSummary['light'], { status }: TaskSummary) => <LightTag light={light} status={status} />,
  },
  {
    title: '状态',
    dataIndex: 'status',
    width: 90,
    render: (status: TaskSummary['status']) => <StatusTag status={status} />,
  },
  { title: '牵头单位', dataIndex: 'leadUnitName', width: 150 },
  {
    title: '责任人',
    key: 'assignee',
    width: 90,
    render: (_: unknown, task: TaskSummary) => assigneeWord(task) ?? <span className="quiet">未指定</span>,
  },
  {
    title: '完成时限',
    dataIndex: 'dueOn',
    width: 112,
    render: (day: string | null) => day ?? <span className="quiet">未定</span>,
  },
  {
    title: '进度',
    dataIndex: 'progress',
    width: 120,
    render: (percent: number, { title, pace }: TaskSummary) => (
      <>
        <Progress percent={percent} size="small" status="normal" aria-label={`${title}的进度`} />
        <PaceWord pace={pace} />
      </>
    ),
  },
];
