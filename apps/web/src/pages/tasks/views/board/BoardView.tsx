import { DndContext, DragOverlay, MouseSensor, useSensor, useSensors, type DragEndEvent } from '@dnd-kit/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';
import { useState } from 'react';
import { ask } from '../../../../api/client';
import { countTasks, type TaskSummary } from '../../../../api/generated';
import { Failure } from '../../../../components/Failure';
import { STATUS, type MoveName } from '../../../../words';
import { MoveModal } from '../../MoveModal';
import type { ViewProps } from '../task-view';
import { useScrollPlace } from '../usePlace';
import { CardFace } from './BoardCard';
import { BoardColumn } from './BoardColumn';
import { landingOn } from './landing';
import { taskQuery } from './task-query';
import './board.css';
import { t } from '../../../../language/t';

type Status = TaskSummary['status'];
const STATUSES = Object.keys(STATUS) as Status[];

/** What a screen reader says of dragging; the menu of each card does the same without it. */
const SPOKEN = {
  screenReaderInstructions: { draggable: t`请用卡片上的“办理”菜单移动任务。` },
  announcements: {
    onDragStart: () => t`拿起任务`,
    onDragOver: () => undefined,
    onDragEnd: () => t`放下任务`,
    onDragCancel: () => t`已取消移动`,
  },
};

/** Tasks in columns by status. Putting a card into another column opens the form of that move; the server decides. */
export default function BoardView({ filters, empty }: ViewProps) {
  const queries = useQueryClient();
  const { message } = App.useApp();
  // A click stays a click.
  const sensors = useSensors(useSensor(MouseSensor, { activationConstraint: { distance: 8 } }));
  const [dragged, setDragged] = useState<TaskSummary | null>(null);
  const [move, setMove] = useState<{ id: string; name: MoveName } | null>(null);
  const counts = useQuery({
    queryKey: ['tasks', 'counts', filters],
    queryFn: () => ask(countTasks({ query: filters })),
  });
  const { data: detail } = useQuery({ ...taskQuery(dragged?.id ?? ''), enabled: dragged !== null });
  const box = useScrollPlace<HTMLDivElement>('board', counts.data !== undefined);
  if (counts.error) return <Failure error={counts.error} retry={() => void counts.refetch()} />;
  if (counts.data?.total === 0) return <p className="view-empty">{empty}</p>;

  const drop = async ({ over }: DragEndEvent) => {
    const task = dragged;
    setDragged(null);
    if (!task || !over || over.id === task.status) return;
    try {
      const landing = landingOn(await queries.fetchQuery(taskQuery(task.id)), over.id as Status);
      if ('move' in landing) setMove({ id: task.id, name: landing.move });
      else void message.warning(landing.why);
    } catch (error) {
      void message.error((error as Error).message);
    }
  };
  const totalOf = (status: Status) =>
    counts.data && (counts.data.rows.find((row) => row.status === status)?.total ?? 0);
  const landingFor = (status: Status) => {
    if (!dragged || status === dragged.status) return undefined;
    return detail?.id === dragged.id ? landingOn(detail, status) : null;
  };
  return (
    <DndContext
      sensors={sensors}
      accessibility={SPOKEN}
      onDragStart={({ active }) => setDragged((active.data.current as { task: TaskSummary }).task)}
      onDragCancel={() => setDragged(null)}
      onDragEnd={(event) => void drop(event)}
    >
      <div className="board" ref={box} tabIndex={0} role="region" aria-label={t`任务看板`}>
        {STATUSES.filter((status) => filters.status?.includes(status) ?? true).map((status) => (
          <BoardColumn
            key={status}
            status={status}
            total={totalOf(status)}
            filters={filters}
            landing={landingFor(status)}
            from={dragged?.status}
            onMove={({ id }, name) => setMove({ id, name })}
          />
        ))}
      </div>
      <DragOverlay dropAnimation={null}>
        {dragged && (
          <div className="board-card" data-lifted>
            <CardFace task={dragged} />
          </div>
        )}
      </DragOverlay>
      {move && <Move id={move.id} name={move.name} onClose={() => setMove(null)} />}
    </DndContext>
  );
}

/** The form of the move, of the task as it is now. */
function Move({ id, name, onClose }: { id: string; name: MoveName; onClose: () => void }) {
  const { data } = useQuery(taskQuery(id));
  return data ? <MoveModal task={data} move={name} onClose={onClose} /> : null;
}
