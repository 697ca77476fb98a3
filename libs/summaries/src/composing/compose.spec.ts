import type { Covered, ProblemRow, TaskRow } from '../summary-rows';
import { compose, Composer, MOST_ITEMS } from './compose';
import type { SectionKey } from './composition';
import { edited, ordered } from './edits';
import { NO_EDITS, paragraphsOf, shownSections } from './shown';

const AT: Covered = {
  ...{ start: '2026-10-01', end: '2026-12-31', label: '2026年第四季度', asOf: '2026-12-31' },
  ahead: { start: '2027-01-01', end: '2027-03-31', label: '2027年第一季度' },
};
const task = (more: Partial<TaskRow>): TaskRow => ({
  ...{ subject: 'task', id: 'a', code: '2026-00001', title: '危化品检查', unitId: 'u', unitName: '应急局' },
  ...{ assigneeName: '张三', leaderName: null, status: 'in-progress', assignedOn: '2026-10-01', dueOn: '2027-06-30' },
  ...{ closedOn: null, progress: 40, pace: 'on', overdue: false, daysLate: 0, entries: [], extensions: [] },
  ...{ request: null, milestones: [], source: null },
  ...more,
});
const problem = (more: Partial<ProblemRow>): ProblemRow => ({
  ...{ subject: 'problem', id: 'p', code: 'W1', title: '台账不全', unitId: 'u', unitName: '应急局', status: 'open' },
  ...{ origin: 'hand', category: null, raisedBy: null, raisedOn: '2026-10-08', personName: null, leaderName: null },
  ...{ duty: null, dueOn: null, result: null, closedOn: null, measures: [], source: null },
  ...more,
});
const entry = (narrative: string, id = 'e') => ({ id, day: '2026-12-01', percent: 40, narrative });
const closed = (closedOn: string, more: Partial<TaskRow> = {}) =>
  task({ status: 'closed', closedOn, progress: 100, pace: null, ...more });
const late = { overdue: true, dueOn: '2026-12-11', daysLate: 20, pace: 'behind' } as const;

const texts = (rows: (TaskRow | ProblemRow)[], section: SectionKey) => {
  const found = compose(AT, rows).sections.find(({ key }) => key === section);
  return (found?.sentences ?? []).filter(({ item }) => item).map(({ text }) => text);
};
const value = (rows: (TaskRow | ProblemRow)[], key: string) =>
  compose(AT, rows).figures.find((figure) => figure.key === key)?.value;

describe('sentences', () => {
  it.each<[SectionKey, TaskRow | ProblemRow, string[]]>([
    ['completed', closed('2026-12-10'), ['应急局承办的“危化品检查”已于12月10日核实销号']],
    [
      'completed',
      closed('2026-12-10', { dueOn: '2026-12-01', daysLate: 9, entries: [entry('检查企业20家。整改隐患35处。')] }),
      ['应急局承办的“危化品检查”已于12月10日核实销号，逾期9天办结：检查企业20家。整改隐患35处'],
    ],
    // What was closed before the period is not told again.
    ['completed', closed('2026-09-20', { dueOn: '2026-10-20' }), []],
    [
      'underWay',
      task({ entries: [entry('已检查12家。')] }),
      ['应急局承办的“危化品检查”进度40%，完成时限2027年6月30日：已检查12家'],
    ],
    ['underWay', task({ dueOn: null, pace: null }), []],
    [
      'overdue',
      task({ ...late, entries: [entry('已进场。'), entry('由于专家未到位，评审推迟。', 'older')] }),
      ['应急局承办的“危化品检查”应于12月11日完成，已逾期20天，目前进度40%；主要原因：由于专家未到位，评审推迟'],
    ],
    [
      'overdue',
      task({ ...late, request: { kind: 'extension', to: '2027-01-31', reason: '设备迟到。' } }),
      ['应急局承办的“危化品检查”应于12月11日完成，已逾期20天，目前进度40%；承办单位说明：设备迟到'],
    ],
    [
      'overdue',
      task({ ...late, entries: [entry('已进场。')] }),
      ['应急局承办的“危化品检查”应于12月11日完成，已逾期20天，目前进度40%；承办单位尚未说明原因'],
    ],
    [
      'extensions',
      task({ extensions: [{ from: '2026-11-30', to: '2027-01-31', reason: '招标流标。' }] }),
      ['应急局承办的“危化品检查”完成时限由11月30日延至2027年1月31日，理由：招标流标'],
    ],
    [
      'coordination',
      task({ request: { kind: 'drop', to: null, reason: '政策已废止。' } }),
      ['应急局承办的“危化品检查”申请撤销，尚待批复，理由：政策已废止'],
    ],
    ['coordination', task({ status: 'returned' }), ['应急局承办的“危化品检查”已被退回，须明确承办单位后重新交办']],
    ['coordination', task({ status: 'suspended' }), ['应急局承办的“危化品检查”已中止办理，须研究是否恢复办理']],
    [
      'coordination',
      task({ ...late, leaderName: '李局长' }),
      ['应急局承办的“危化品检查”逾期20天，须请挂点领导李局长协调推动'],
    ],
    ['coordination', task({}), []],
    ['next', task({ dueOn: '2027-01-31' }), ['应急局承办的“危化品检查”拟于2027年1月31日前办结']],
    [
      'next',
      task({ milestones: [{ title: '检查一批', dueOn: '2027-02-28', doneOn: null }] }),
      ['应急局承办的“危化品检查”拟于2027年2月28日前完成阶段目标“检查一批”'],
    ],
    ['next', task({ dueOn: '2027-06-30' }), []],
    [
      'problems',
      problem({ status: 'closed', closedOn: '2026-12-20', result: '已补齐台账。' }),
      ['应急局的“台账不全”问题已于12月20日核实销号：已补齐台账'],
    ],
    [
      'problems',
      problem({ dueOn: '2026-12-01' }),
      ['应急局的“台账不全”问题正在整改，已过整改时限12月1日，尚未制定整改措施'],
    ],
  ])('in %s', (section, row, expected) => expect(texts([row], section)).toEqual(expected));

  it('keep their links to task, report of progress and source', () => {
    const source = { reportId: 'r', reportTitle: '三季度报告', sectionPath: ['三'], quote: '开展危化品检查' };
    const { sections } = compose(AT, [closed('2026-12-10', { entries: [entry('检查20家。')], source })]);
    expect(sections[1].sentences[1]).toMatchObject({ taskId: 'a', progressEntryId: 'e', anchor: source });
    expect(sections[0].sentences[0]).toMatchObject({
      figures: expect.arrayContaining(['total', 'overdue']) as unknown,
    });
  });

  it('are as many as a reader bears, the weightiest first, and the rest is in the annex', () => {
    const rows = Array.from({ length: 30 }, (_, n) =>
      task({ ...late, id: `t${n}`, title: `事项${n}`, daysLate: n + 1 }),
    );
    const overdue = compose(AT, rows).sections.find(({ key }) => key === 'overdue')?.sentences ?? [];
    expect(overdue.filter(({ item }) => item)).toHaveLength(MOST_ITEMS);
    expect(overdue[1].text).toContain('事项29');
    expect(overdue.at(-1)?.text).toBe('其余逾期事项见附件');
  });
});

describe('figures', () => {
  const rows = [
    closed('2026-12-10', { dueOn: '2026-12-10' }),
    closed('2026-12-10', { dueOn: '2026-12-06', daysLate: 4 }),
    closed('2026-09-20', { dueOn: '2026-10-20' }),
    task({ ...late }),
    task({ status: 'suspended', dueOn: '2026-11-01', pace: null }),
    task({ extensions: [{ from: null, to: '2027-01-31', reason: '' }], dueOn: '2027-01-31' }),
    problem({}),
    problem({ status: 'closed', closedOn: '2026-12-20' }),
    problem({ status: 'rectified' }),
  ];
  it.each([
    ['total', 6],
    ['closed', 2],
    ['closedInTime', 1],
    ['closedLate', 1],
    ['open', 3],
    ['overdue', 1],
    ['due', 4],
    ['dueDoneInTime', 2],
    ['inTimeRate', 50],
    ['extended', 1],
    ['extensionRate', 16.7],
    ['averageDelay', 12],
    ['suspended', 1],
    ['dueAhead', 1],
    ['problems', 3],
    ['problemsClosed', 1],
    ['rectificationRate', 33.3],
  ])('%s is %d', (key, expected) => expect(value(rows, key)).toBe(expected));

  it('has none where there is nothing to divide by, and says so nowhere', () => {
    expect(value([], 'inTimeRate')).toBeNull();
    expect(JSON.stringify(compose(AT, []).sections)).not.toMatch(/null|NaN|—/);
  });

  it('tells for each row the counts it belongs to', () => {
    const composer = new Composer(AT, [{ unitId: 'u', unitName: '应急局', unitIds: ['u'] }]);
    expect(composer.add(task({ ...late }))).toEqual(['total', 'open', 'overdue', 'due', 'delayed']);
    expect(composer.composition().branches).toMatchObject([{ unitName: '应急局', figures: { overdue: 1 } }]);
  });
});

describe('the writer', () => {
  const composition = compose(AT, [
    task({ ...late, id: 'x', title: '甲' }),
    task({ ...late, id: 'y', title: '乙', daysLate: 3 }),
  ]);
  const printed = (edits = NO_EDITS) => paragraphsOf(shownSections(composition, edits)[3]);

  it('finds enumerations in their official form', () => {
    expect(printed()).toEqual([
      '逾期未办结事项2项。',
      expect.stringMatching(/^一是应急局承办的“甲”.*。二是应急局承办的“乙”.*。$/),
    ]);
  });

  it('changes words, hides and restores; what is hidden is not counted on', () => {
    const one = edited(composition, NO_EDITS, { key: 'overdue:x', text: '甲事项逾期，正在追赶' });
    expect(printed(one.edits)[1]).toMatch(/^一是甲事项逾期，正在追赶。二是/);
    const two = edited(composition, one.edits, { key: 'overdue:y', hidden: true });
    expect(printed(two.edits)[1]).toBe('甲事项逾期，正在追赶。');
    const three = edited(composition, two.edits, { key: 'overdue:y', hidden: false });
    const four = edited(composition, three.edits, { key: 'overdue:x', text: null });
    expect(four.edits).toEqual(NO_EDITS);
  });

  it('is told when the source of an edited sentence changed', () => {
    const { edits } = edited(composition, NO_EDITS, { key: 'overdue:x', text: '改写' });
    const later = compose(AT, [task({ ...late, id: 'x', title: '甲', daysLate: 21 })]);
    const [before, after] = [composition, later].map((each) =>
      shownSections(each, edits)[3].sentences.find(({ key }) => key === 'overdue:x'),
    );
    expect(before).toMatchObject({ text: '改写', edited: true, sourceChanged: false, taskId: 'x' });
    expect(after).toMatchObject({ text: '改写', sourceChanged: true, taskId: 'x' });
    expect(after?.composed).toContain('已逾期21天');
  });

  it('orders the sentences of a section, all of them', () => {
    const keys = ['overdue:y', 'overdue:x', 'lead:overdue'];
    const { edits } = ordered(composition, NO_EDITS, { section: 'overdue', keys });
    expect(shownSections(composition, edits)[3].sentences.map(({ key }) => key)).toEqual(keys);
    expect(() => ordered(composition, NO_EDITS, { section: 'overdue', keys: ['overdue:y'] })).toThrow('刷新');
    expect(() => edited(composition, NO_EDITS, { key: 'overdue:z', hidden: true })).toThrow('刷新');
  });
});
