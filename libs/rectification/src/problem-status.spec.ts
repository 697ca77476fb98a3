import { DomainError } from '#platform/domain-error';
import {
  blockedProblemMoves,
  checkResult,
  decideProblem,
  PROBLEM_MOVES,
  PROBLEM_STATUSES,
  problemMovesFor,
  type ProblemMoveName,
  type ProblemPart,
  type ProblemStanding,
} from './problem-status';

const standing = (status: ProblemStanding['status'], parts: ProblemPart[], more: Partial<ProblemStanding> = {}) => ({
  status,
  parts,
  onBehalf: {},
  didTheWork: false,
  openMeasures: 0,
  closedMeasures: 1,
  replyDueOn: null,
  lookBackWaiting: true,
  ...more,
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
const NAMES = Object.keys(PROBLEM_MOVES) as ProblemMoveName[];

describe('the life of a problem', () => {
  it('runs from 整改中 to 已销号, back when doubts remain and when it comes back', () => {
    const steps: [ProblemMoveName, ProblemPart, boolean, ProblemStanding['status']][] = [
      ['rectify', 'liaison', false, 'rectified'],
      ['send-back', 'supervisor', false, 'open'],
      ['rectify', 'responsible', false, 'rectified'],
      ['survey', 'supervisor', true, 'reopened'],
      ['rectify', 'liaison', false, 'rectified'],
      ['survey', 'supervisor', false, 'rectified'],
      ['close', 'supervisor', false, 'closed'],
      ['look-back', 'supervisor', false, 'closed'],
      ['look-back', 'supervisor', true, 'reopened'],
      ['withdraw', 'supervisor', false, 'withdrawn'],
      ['reopen', 'supervisor', false, 'reopened'],
    ];
    let status: ProblemStanding['status'] = 'open';
    for (const [move, part, failed, next] of steps) {
      status = decideProblem(standing(status, [part]), move, failed);
      expect([move, status]).toEqual([move, next]);
    }
  });

  it.each(NAMES)('%s is possible from its own states only', (name) => {
    const parts = [...PROBLEM_MOVES[name].by] as ProblemPart[];
    const possible = PROBLEM_STATUSES.filter(
      (status) => codeOf(() => decideProblem(standing(status, parts), name)) === undefined,
    );
    expect(possible.sort()).toEqual([...PROBLEM_MOVES[name].from].sort());
  });

  it.each([
    ['supervisor', 'open', ['change', 'explain', 'plan', 'detach', 'withdraw']],
    ['liaison', 'open', ['explain', 'rectify', 'attach', 'detach']],
    ['responsible', 'reopened', ['explain', 'rectify', 'attach', 'detach']],
    ['supervisor', 'rectified', ['change', 'detach', 'send-back', 'survey', 'close', 'withdraw']],
    ['liaison', 'rectified', ['attach', 'detach']],
    ['supervisor', 'closed', ['survey', 'schedule', 'look-back', 'reopen']],
    ['supervisor', 'withdrawn', ['reopen']],
  ] as const)('%s may at %s: %j', (part, status, moves) => {
    expect(problemMovesFor(standing(status, [part]))).toEqual(moves);
  });

  it('says which moves wait, and for what', () => {
    const waiting = standing('open', ['liaison'], { openMeasures: 2 });
    expect(blockedProblemMoves(waiting)).toEqual([{ move: 'rectify', why: expect.stringContaining('还有 2 项') }]);
    expect(blockedProblemMoves(standing('open', ['liaison']))).toEqual([]);
  });

  it.each([
    ['rectify', 'open', { openMeasures: 2 }, 'problem.measures-open'],
    ['close', 'rectified', { replyDueOn: '2026-12-01' }, 'problem.reply-outstanding'],
    ['close', 'rectified', { didTheWork: true }, 'problem.own-work'],
    ['look-back', 'closed', { lookBackWaiting: false }, 'problem.no-look-back'],
    ['close', 'open', {}, 'problem.move-impossible'],
    ['plan', 'open', { parts: ['liaison'] as ProblemPart[] }, 'problem.not-yours'],
  ] as const)('refuses %s at %s with %j: %s', (name, status, more, code) => {
    expect(codeOf(() => decideProblem(standing(status, ['supervisor', 'liaison'], more), name))).toBe(code);
  });

  it.each([
    ['open', 0, undefined, 'problem.result-missing'],
    ['open', 0, '  ', 'problem.result-missing'],
    ['open', 0, '已建立台账', undefined],
    ['open', 1, undefined, undefined],
    ['reopened', 1, undefined, 'problem.result-missing'],
    ['reopened', 1, '已当面答复', undefined],
  ] as const)('%s with %s closed measures and the result %j: %s', (status, closedMeasures, result, code) => {
    expect(codeOf(() => checkResult({ status, closedMeasures }, result))).toBe(code);
  });
});
