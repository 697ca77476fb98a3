import { DomainError } from '#platform/domain-error';
import {
  blockedCheckMoves,
  CHECK_MOVES,
  CHECK_STATUSES,
  checkMovesFor,
  decideCheck,
  materialIsOpen,
  type CheckMoveName,
  type CheckPart,
  type CheckStanding,
} from './check-status';
import {
  blockedRoundMoves,
  decideRound,
  ROUND_MOVES,
  ROUND_STATUSES,
  roundMovesFor,
  type RoundMoveName,
  type RoundStanding,
} from './round-status';

const codeOf = (run: () => unknown): string | undefined => {
  try {
    run();
  } catch (error) {
    if (error instanceof DomainError) return error.code;
    throw error;
  }
  return undefined;
};

const round = (status: RoundStanding['status'], more: Partial<RoundStanding> = {}): RoundStanding => ({
  ...{ status, supervises: true, checks: 2, openChecks: 0 },
  ...more,
});
const check = (
  status: CheckStanding['status'],
  parts: CheckPart[],
  more: Partial<CheckStanding> = {},
): CheckStanding => ({
  ...{ status, parts, roundStatus: 'under-way', didTheWork: false, decided: 0 },
  ...more,
});

describe('the life of a round', () => {
  it('runs from 计划中 over 进行中 to 已结束', () => {
    expect(decideRound(round('planned'), 'start')).toBe('under-way');
    expect(decideRound(round('under-way'), 'close')).toBe('closed');
  });

  it.each(Object.keys(ROUND_MOVES) as RoundMoveName[])('%s is possible from its own states only', (name) => {
    const possible = ROUND_STATUSES.filter((status) => codeOf(() => decideRound(round(status), name)) === undefined);
    expect(possible).toEqual(ROUND_MOVES[name].from);
  });

  it.each([
    ['start', 'planned', { checks: 0 }, 'inspection.no-checks'],
    ['close', 'under-way', { openChecks: 1 }, 'inspection.checks-open'],
    ['start', 'closed', {}, 'inspection.move-impossible'],
    ['start', 'planned', { supervises: false }, 'inspection.not-yours'],
  ] as const)('refuses %s at %s with %j: %s', (name, status, more, code) => {
    expect(codeOf(() => decideRound(round(status, more), name))).toBe(code);
  });

  it('says which moves wait, and for what', () => {
    expect(roundMovesFor(round('planned'))).toEqual(['change', 'pair', 'start', 'remove']);
    expect(blockedRoundMoves(round('under-way', { openChecks: 3 }))).toEqual([
      { move: 'close', why: expect.stringContaining('还有 3 项') },
    ]);
  });
});

describe('the life of a check', () => {
  it('runs from 待检查 to 待认定, and back for more', () => {
    const steps: [CheckMoveName, CheckPart, CheckStanding['status']][] = [
      ['name', 'liaison', 'waiting'],
      ['find', 'inspector', 'under-way'],
      ['report', 'inspector', 'reported'],
      ['send-back', 'supervisor', 'under-way'],
      ['report', 'liaison', 'reported'],
      ['respond', 'inspected', 'reported'],
      ['decide', 'supervisor', 'reported'],
    ];
    let status: CheckStanding['status'] = 'waiting';
    for (const [move, part, next] of steps) {
      status = decideCheck(check(status, [part]), move);
      expect([move, status]).toEqual([move, next]);
    }
  });

  it.each(Object.keys(CHECK_MOVES) as CheckMoveName[])('%s is possible from its own states only', (name) => {
    const parts = [...CHECK_MOVES[name].by];
    const possible = CHECK_STATUSES.filter(
      (status) => codeOf(() => decideCheck(check(status, parts), name)) === undefined,
    );
    expect(possible).toEqual(CHECK_MOVES[name].from);
  });

  it.each([
    ['supervisor', 'waiting', ['name', 'call-off']],
    ['liaison', 'waiting', ['name', 'find', 'report']],
    ['inspector', 'under-way', ['find', 'report']],
    ['inspected', 'under-way', []],
    ['inspected', 'reported', ['respond']],
    ['inspector', 'reported', []],
    ['supervisor', 'reported', ['send-back', 'decide']],
    ['supervisor', 'settled', []],
  ] as const)('%s may at %s: %j', (part, status, moves) => {
    expect(checkMovesFor(check(status, [part]))).toEqual(moves);
  });

  it.each([
    ['decide', 'reported', { didTheWork: true }, 'inspection-check.own-work'],
    ['send-back', 'reported', { decided: 1 }, 'inspection-check.decided'],
    ['find', 'waiting', { roundStatus: 'planned' }, 'inspection-check.move-impossible'],
    ['find', 'under-way', { roundStatus: 'closed' }, 'inspection-check.move-impossible'],
    ['call-off', 'waiting', { roundStatus: 'planned' }, undefined],
    ['call-off', 'waiting', { roundStatus: 'closed' }, 'inspection-check.move-impossible'],
    ['decide', 'reported', { parts: ['inspected'] as CheckPart[] }, 'inspection-check.not-yours'],
  ] as const)('%s at %s with %j: %s', (name, status, more, code) => {
    const parts: CheckPart[] = ['supervisor', 'liaison'];
    expect(codeOf(() => decideCheck({ ...check(status, parts), ...more }, name))).toBe(code);
  });

  it('says which moves wait, and for what', () => {
    expect(blockedCheckMoves(check('reported', ['supervisor'], { didTheWork: true }))).toEqual([
      { move: 'decide', why: expect.stringContaining('由其他督办员认定') },
    ]);
  });

  it.each([
    ['waiting', 'inspector', 'under-way', true],
    ['under-way', 'liaison', 'under-way', true],
    ['waiting', 'inspector', 'planned', false],
    ['reported', 'inspector', 'under-way', false],
    ['under-way', 'inspector', 'closed', false],
    ['called-off', 'liaison', 'under-way', false],
    ['under-way', 'supervisor', 'under-way', false],
    ['under-way', 'inspected', 'under-way', false],
  ] as const)('material at %s for %s while the round is %s: %s', (status, part, roundStatus, open) => {
    expect(materialIsOpen(check(status, [part], { roundStatus }))).toBe(open);
  });
});
