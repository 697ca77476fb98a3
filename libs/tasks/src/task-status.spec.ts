import { DomainError } from '#platform/domain-error';
import {
  behalfOf,
  blockedFor,
  decide,
  MOVES,
  movesFor,
  TASK_STATUSES,
  type MoveName,
  type Part,
  type Standing,
} from './task-status';

const standing = (status: Standing['status'], parts: Part[], of: Partial<Standing> = {}): Standing => ({
  ...{ status, parts, onBehalf: {}, didTheWork: false, brokenDown: false, evidenceRequired: false },
  ...{ lacks: [], unfit: [] },
  former: status === 'suspended' ? 'accepted' : null,
  ...of,
});
const DOERS: MoveName[] = ['attach', 'detach', 'ask-extension', 'ask-suspension', 'ask-drop', 'withdraw-request'];
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
    ['liaison', 'assigned', ['accept', 'return', 'hand-over', 'decompose', 'plan', 'set-support']],
    ['assignee', 'assigned', ['accept', 'return']],
    ['assignee', 'in-progress', ['progress', 'submit', ...DOERS]],
    ['supervisor', 'submitted', ['send-back', 'close', 'detach', 'suspend', 'drop']],
    ['assignee', 'submitted', ['attach', 'detach']],
    ['supervisor', 'suspended', ['re-date', 'resume', 'drop']],
    ['leader', 'in-progress', ['decide-request', 'nudge', 'talk', 'suspend', 'drop']],
    ['leader', 'submitted', ['suspend', 'drop']],
    ['supporter', 'in-progress', ['report-support']],
    ['supporter', 'submitted', []],
    ['supervisor', 'closed', ['reopen']],
    ['supervisor', 'dropped', []],
    ['assignee', 'drafted', []],
  ] as const)('%s may at %s: %j', (part, status, moves) => {
    expect(movesFor(standing(status, [part]))).toEqual(moves);
  });

  it('lets nobody verify his own work', () => {
    expect(codeOf(() => decide(standing('submitted', ['supervisor'], { didTheWork: true }), 'close'))).toBe(
      'task.own-work',
    );
    expect(movesFor(standing('submitted', ['supervisor'], { didTheWork: true }))).not.toContain('close');
  });

  it.each<[Part[], Standing['onBehalf'], MoveName, string | null]>([
    [['assignee'], {}, 'progress', null],
    [['assignee'], { assignee: '张三' }, 'progress', '张三'],
    [['liaison', 'assignee'], { assignee: '张三' }, 'progress', null],
    [['leader', 'assignee'], { assignee: '张三' }, 'submit', '张三'],
    [['supervisor', 'liaison'], { liaison: '市电力公司' }, 'accept', '市电力公司'],
    [['supervisor', 'liaison'], { liaison: '市电力公司' }, 'hand-over', null],
  ])('%j, of which %j for others: %s is made for %s', (parts, onBehalf, move, whom) =>
    expect(behalfOf(standing('accepted', parts, { onBehalf }), move)).toBe(whom),
  );

  it('comes back from a suspension to where it was', () => {
    expect(decide(standing('suspended', ['leader'], { former: 'submitted' }), 'resume')).toBe('submitted');
  });

  it('names what is missing before a move, to whom it matters', () => {
    const lacking = standing('in-progress', ['assignee'], { lacks: ['milestones-done'] });
    expect(codeOf(() => decide(lacking, 'submit'))).toBe('task.lacks-milestones-done');
    expect(movesFor(lacking)).toEqual(['progress', ...DOERS]);
    expect(blockedFor(lacking)).toEqual([{ move: 'submit', why: expect.stringContaining('阶段目标') }]);
    expect(blockedFor({ ...lacking, parts: ['leader'] })).toEqual([]);
  });

  it('offers nothing that the task is not made for', () => {
    const urgent = standing('accepted', ['supervisor'], { unfit: ['decompose', 're-date'] });
    expect(movesFor(urgent)).not.toEqual(expect.arrayContaining(['decompose']));
    expect(codeOf(() => decide(urgent, 're-date'))).toBe('task.urgent-hour');
    expect(blockedFor(urgent)).toEqual([]);
  });

  it('lets nobody be talked to about what is not overdue', () => {
    const inTime = standing('accepted', ['leader'], { unfit: ['talk'] });
    expect(movesFor(inTime)).toContain('nudge');
    expect(codeOf(() => decide(inTime, 'talk'))).toBe('task.not-overdue');
  });

  it('says why a move is refused', () => {
    expect(codeOf(() => decide(standing('closed', ['assignee']), 'progress'))).toBe('task.move-impossible');
    expect(codeOf(() => decide(standing('assigned', []), 'accept'))).toBe('task.not-yours');
  });
});
