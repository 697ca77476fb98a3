import { useDraggable } from '@dnd-kit/core';
import { Progress } from 'antd';
import type { TaskSummary } from '../../../../api/generated';
import { assigneeWord } from '../../../../components/assignee-word';
import { LightTag } from '../../../../components/LightTag';
import type { MoveName } from '../../../../words';
import { TaskLink } from '../TaskLink';
import { CardMenu } from './CardMenu';
import { t } from '../../../../language/t';

/** What a card says of a task. */
export function CardFace({ task }: { task: TaskSummary }) {
  return (
    <>
      <TaskLink task={task} className="card-title" />
      <div className="card-facts">
        <span>{task.leadUnitName}</span>
        <span>{assigneeWord(task) ?? t`未指定责任人`}</span>
      </div>
      <div className="card-facts">
        <span>{task.dueOn ? t`${task.dueOn} 前` : t`未定时限`}</span>
        {task.light && <LightTag light={task.light} status={task.status} />}
      </div>
    </>
  );
}

/** A task on the board: dragged with the mouse, or moved from its menu. */
export function BoardCard({
  task,
  onMove,
}: {
  task: TaskSummary;
  onMove: (task: TaskSummary, move: MoveName) => void;
}) {
  const { setNodeRef, listeners, isDragging } = useDraggable({ id: task.id, data: { task } });
  return (
    <li className="board-card" ref={setNodeRef} {...listeners} data-dragging={isDragging || undefined}>
      <CardFace task={task} />
      <div className="card-foot">
        <Progress percent={task.progress} size="small" status="normal" aria-label={t`${task.title}的进度`} />
        <CardMenu task={task} onMove={(move) => onMove(task, move)} />
      </div>
    </li>
  );
}
