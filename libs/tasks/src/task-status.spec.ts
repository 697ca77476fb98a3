import { DomainError } from '#platform/domain-error';
import { decide, MOVES, movesFor, TASK_STATUSES, type MoveName, type Part, type Standing } from './task-status';

const standing = (status: Standing['status'], parts: Part[], didTheWork = false): Standing => ({
  status,
  parts,
  didTheWork,
});
const codeOf = (run: () => unknown): string | undefined => {
  try {
    run();
  } catch (error) {
    if (error instanceof DomainError) return error.code;
    throw error;
  }
  return undefined;
};

describe('the life of a task', () => {
  it('runs from 拟立项 to 已销号', () => {
    const steps: [MoveName, Part][] = [
      ['assign', 'supervisor'],
      ['accept', 'assignee'],
      ['progress', 'assignee'],
      ['submit', 'assignee'],
      ['close', 'supervisor'],
    ];
    let status: Standing['status'] = 'drafted';
    for (const [move, part] of steps) status = decide(standing(status, [part]), move);
    expect(status).toBe('closed');
  });

  it.each(Object.keys(MOVES) as MoveName[])('%s is possible from its own states only', (name) => {
    const parts = [...MOVES[name].by] as Part[];
    const possible = TASK_STATUSES.filter(
      (status) => codeOf(() => decide(standing(status, parts), name)) === undefined,
    );
    expect(possible.sort()).toEqual([...MOVES[name].from].sort());
  });

  it.each([
    ['liaison', 'assigned', ['accept', 'return']],
    ['assignee', 'in-progress', ['progress', 'submit']],
    ['supervisor', 'submitted', ['send-back', 'close']],
    ['supervisor', 'closed', []],
    ['liaison', 'drafted', []],
  ] as const)('%s may at %s: %j', (part, status, moves) => {
    expect(movesFor(standing(status, [part]))).toEqual(moves);
  });

  it('lets nobody verify his own work', () => {
    expect(codeOf(() => decide(standing('submitted', ['supervisor'], true), 'close'))).toBe('task.own-work');
    expect(movesFor(standing('submitted', ['supervisor'], true))).toEqual(['send-back']);
  });

  it('says why a move is refused', () => {
    expect(codeOf(() => decide(standing('closed', ['assignee']), 'progress'))).toBe('task.move-impossible');
    expect(codeOf(() => decide(standing('assigned', []), 'accept'))).toBe('task.not-yours');
  });
});
