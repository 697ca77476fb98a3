import { Empty } from 'antd';
import { Link } from 'react-router';
import type { TaskSummary } from '../api/generated';
import { assigneeWord } from './assignee-word';
import { LightTag } from './LightTag';
import { PaceWord } from './PaceWord';
import { StatusTag } from './StatusTag';
import { t } from '../language/t';

/** A short list of tasks; readable on a phone. */
export function TaskLines({ tasks, empty }: { tasks: readonly TaskSummary[]; empty: string }) {
  if (tasks.length === 0) return <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={empty} />;
  return tasks.map((task) => (
    <div className="task-line" key={task.id}>
      <Link to={`/tasks/${task.id}`}>{task.title}</Link>
      <LightTag light={task.light} status={task.status} />
      <div className="meta">
        <span>{task.dueOn ? t`${task.dueOn} 前` : t`未定时限`}</span>
        <span>
          {task.leadUnitName}
          {assigneeWord(task) && ` · ${assigneeWord(task)}`}
        </span>
        <span>
          {t`进度`} {task.progress}% <PaceWord pace={task.pace} />
        </span>
        <StatusTag status={task.status} />
      </div>
    </div>
  ));
}
