import { Card } from 'antd';
import type { TaskDetail } from '../../api/generated';
import { TaskLines } from '../../components/TaskLines';
import { t } from '../../language/t';

/** What a task was broken down into; the most urgent light of the parts shows in the heading. */
export function Parts({ task }: { task: TaskDetail }) {
  const closed = task.parts.filter(({ status }) => status === 'closed').length;
  const counted = task.parts.filter(({ status }) => status !== 'dropped').length;
  return (
    <Card title={t`分解任务（已销号 ${closed} / ${counted}，汇总进度 ${task.progress}%）`}>
      <TaskLines tasks={task.parts} empty={t`还没有分解`} />
    </Card>
  );
}
