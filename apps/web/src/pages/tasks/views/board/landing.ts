import type { TaskDetail, TaskSummary } from '../../../../api/generated';
import { MOVES, STATUS, type MoveName } from '../../../../words';
import { t } from '../../../../language/t';

type Status = TaskSummary['status'];

/** A move that leads to a column, and whose it is. */
interface Way {
  move: MoveName;
  from: readonly Status[];
  by: string;
}

const SUPERVISORS = t`督办员`;
const DOERS = t`责任人或单位联络员`;
const DECIDERS = t`督办员或分管领导`;
/** Resuming leads back to where the task stood, whatever column it is dropped on. */
const resume: Way = { move: 'resume', from: ['suspended'], by: DECIDERS };

/** The life cycle as the columns see it. The server decides; this only knows which form to open. */
export const WAYS: Record<Status, readonly Way[]> = {
  drafted: [],
  assigned: [{ move: 'assign', from: ['drafted', 'returned', 'accepted', 'in-progress'], by: SUPERVISORS }, resume],
  returned: [{ move: 'return', from: ['assigned'], by: DOERS }],
  accepted: [{ move: 'accept', from: ['assigned'], by: DOERS }, resume],
  'in-progress': [
    { move: 'progress', from: ['accepted'], by: DOERS },
    { move: 'send-back', from: ['submitted'], by: SUPERVISORS },
    { move: 'reopen', from: ['closed'], by: SUPERVISORS },
    resume,
  ],
  submitted: [{ move: 'submit', from: ['accepted', 'in-progress'], by: DOERS }, resume],
  closed: [{ move: 'close', from: ['submitted'], by: t`没有参与办理的督办员` }],
  suspended: [{ move: 'suspend', from: ['assigned', 'accepted', 'in-progress', 'submitted'], by: DECIDERS }],
  dropped: [
    {
      move: 'drop',
      from: ['drafted', 'returned', 'assigned', 'accepted', 'in-progress', 'submitted', 'suspended'],
      by: DECIDERS,
    },
  ],
};

/** How a task comes into a column that it cannot be put into from where it stands. */
const HOW: Record<Status, string> = {
  drafted: t`立项以后不再回到“拟立项”。`,
  assigned: t`“拟立项”“已退回”和办理中的任务由督办员交办。`,
  returned: t`只有“已交办”、还没有签收的任务可以退回。`,
  accepted: t`须先交办，再由责任人签收。`,
  'in-progress': t`签收以后更新进展，任务即进入“办理中”。`,
  submitted: t`签收以后由责任人提交核实。`,
  closed: t`须先提交核实，再由督办员核实销号。`,
  suspended: t`已交办、还没有销号的任务才能中止。`,
  dropped: t`已销号的任务不能撤销。`,
};

/** What a move is called; charging somebody else with what is under way is not the first time. */
export const moveWord = (move: MoveName, status: Status): string =>
  move === 'assign' && !['drafted', 'returned'].includes(status) ? t`重新交办` : MOVES[move];

/** What happens to a task that is put into a column: the move that is made, or why none can be. */
export type Landing = { move: MoveName } | { why: string };

export function landingOn(task: Pick<TaskDetail, 'status' | 'moves' | 'blocked'>, to: Status): Landing {
  if (task.status === to) return { why: t`任务已经在这一列。` };
  const ways = WAYS[to].filter(({ from }) => from.includes(task.status));
  if (ways.length === 0) return { why: t`“${STATUS[task.status]}”不能直接转为“${STATUS[to]}”。${HOW[to]}` };
  const open = ways.find(({ move }) => task.moves.includes(move));
  if (open) return { move: open.move };
  const waits = task.blocked.find(({ move }) => ways.some((way) => way.move === move));
  if (waits) return { why: waits.why };
  const [{ move, by }] = ways;
  return { why: t`“${MOVES[move]}”由${by}办理，您不能办理。` };
}
