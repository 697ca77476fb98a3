import type { TaskDetail } from '../../../../api/generated';
import { landingOn, WAYS } from './landing';

type Move = { to: string; from: TaskDetail['status'][] };
/** The life cycle of the server, whose types are not those of the web. */
const { MOVES: LIFE } = jest.requireActual<{ MOVES: Record<string, Move> }>('#tasks/task-status');

const task = (status: TaskDetail['status'], moves: TaskDetail['moves'] = [], blocked: TaskDetail['blocked'] = []) => ({
  ...{ status, moves, blocked },
});

it('knows every move that changes the status, from where the life cycle has it', () => {
  for (const [name, move] of Object.entries(LIFE)) {
    if (move.to === 'same') continue;
    const ways = Object.entries(WAYS).filter(([, list]) => list.some((way) => way.move === name));
    if (move.to !== 'former') expect([name, ways.map(([column]) => column)]).toEqual([name, [move.to]]);
    for (const [column, list] of ways) {
      const from = list.find((way) => way.move === name)?.from ?? [];
      // Who is in the column already does not come into it.
      expect([...from].sort()).toEqual(move.from.filter((status) => status !== column).sort());
    }
  }
});

it('opens the move that the server allows', () => {
  expect(landingOn(task('drafted', ['assign']), 'assigned')).toEqual({ move: 'assign' });
  expect(landingOn(task('submitted', ['send-back', 'close']), 'in-progress')).toEqual({ move: 'send-back' });
  expect(landingOn(task('suspended', ['resume']), 'accepted')).toEqual({ move: 'resume' });
});

it('says why a card cannot be put there', () => {
  const blocked = [{ move: 'submit' as const, why: '还有分解任务没有销号，请先办结或撤销它们。' }];
  expect(landingOn(task('accepted', [], blocked), 'submitted')).toEqual({ why: blocked[0].why });
  expect(landingOn(task('drafted', ['assign']), 'closed')).toEqual({
    why: '“拟立项”不能直接转为“已销号”。须先提交核实，再由督办员核实销号。',
  });
  expect(landingOn(task('submitted'), 'closed')).toEqual({
    why: '“核实销号”由没有参与办理的督办员办理，您不能办理。',
  });
});
