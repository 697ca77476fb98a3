import { useDroppable } from '@dnd-kit/core';
import { Skeleton } from 'antd';
import { ask } from '../../../../api/client';
import { listTasks, type TaskSummary } from '../../../../api/generated';
import { Failure } from '../../../../components/Failure';
import { usePages } from '../../../../components/pages';
import { STATUS, type MoveName } from '../../../../words';
import type { TaskFilterValues } from '../../useTaskFilters';
import { AutoMore } from '../AutoMore';
import { useReturnToOpened, useScrollPlace } from '../usePlace';
import { BoardCard } from './BoardCard';
import { moveWord, type Landing } from './landing';
import { t } from '../../../../language/t';

const PAGE = 20;

interface Props {
  status: TaskSummary['status'];
  /** Undefined while it is counted. */
  total: number | undefined;
  filters: TaskFilterValues;
  /** What happens to the card that is being dragged when it is dropped here; undefined while none is, null while that is asked. */
  landing: Landing | null | undefined;
  /** Where that card stands. */
  from: TaskSummary['status'] | undefined;
  onMove: (task: TaskSummary, move: MoveName) => void;
}

/** The tasks of one status. */
export function BoardColumn({ status, total, filters, landing, from = status, onMove }: Props) {
  const { setNodeRef, isOver } = useDroppable({ id: status });
  return (
    <section
      className="board-column"
      ref={setNodeRef}
      data-empty={total === 0 || undefined}
      data-over={isOver || undefined}
      aria-label={`${STATUS[status]}${total === undefined ? '' : t`，${total} 项`}`}
    >
      <h2>
        {STATUS[status]} <span className="quiet">{total ?? '…'}</span>
      </h2>
      {total === undefined && <Skeleton active className="board-wait" />}
      {total === 0 && <p className="quiet small board-none">{t`没有任务`}</p>}
      {total !== undefined && total > 0 && <Cards status={status} filters={filters} onMove={onMove} />}
      {landing !== undefined && <LandingNote landing={landing} from={from} />}
    </section>
  );
}

function Cards({ status, filters, onMove }: Pick<Props, 'status' | 'filters' | 'onMove'>) {
  const list = usePages(['tasks', 'board', status, filters], (cursor) =>
    ask(listTasks({ query: { ...filters, status: [status], limit: PAGE, cursor } })),
  );
  const box = useScrollPlace<HTMLUListElement>(`board-${status}`, list.rows !== undefined);
  useReturnToOpened(list.rows !== undefined);
  if (list.error && !list.rows) return <Failure error={list.error} retry={() => void list.refetch()} />;
  if (!list.rows) return <Skeleton active className="board-wait" />;
  return (
    // A box that scrolls is reached by the keyboard.
    <ul className="board-cards" ref={box} tabIndex={0} aria-label={t`${STATUS[status]}的任务`}>
      {list.rows.map((task) => (
        <BoardCard key={task.id} task={task} onMove={onMove} />
      ))}
      <li>
        <AutoMore list={list} />
      </li>
    </ul>
  );
}

/** Lies over a column while a card is dragged. */
function LandingNote({ landing, from }: { landing: Landing | null; from: TaskSummary['status'] }) {
  if (landing === null) return <p className="board-landing">{t`正在读取…`}</p>;
  if ('move' in landing) {
    return (
      <p className="board-landing" data-open>
        {t`放在这里：`}
        {moveWord(landing.move, from)}
      </p>
    );
  }
  return <p className="board-landing">{landing.why}</p>;
}
