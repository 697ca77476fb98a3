import { matchPromises, type Commitment, type Passage, type Verdict } from './match-promises';

const commitments: Commitment[] = [
  ['小区', '抓好城市更新，年内改造老旧小区12个，加装电梯20部。', '2025-12-31'],
  ['公路', '硬化通村公路30公里，打通断头路2条。', '2025-10-31'],
  ['食堂', '开展校园食堂专项整治，落实校长陪餐制度。', '2025-06-30'],
  ['水厂', '加快城乡供水一体化，9月底前建成第二水厂并投用。', '2025-09-30'],
  ['窗口', '在政务服务大厅设立“办不成事”反映窗口。', '2025-03-31'],
  ['殡仪馆', '完成殡仪馆迁建工程，治理殡葬乱象。', '2025-12-31'],
  ['图书馆', '县图书馆夜间开放到21点，周末不休馆。', null],
  ['防火', '新建森林防火通道40公里。', '2025-11-30'],
].map(([id, text, dueOn]) => ({ id, text, dueOn }) as Commitment);

const sentence = (text: string, dueOn: string | null = null): Passage => ({ id: text, text, dueOn });
const review = [
  '一年来，我们坚持以人民为中心，各项事业取得新进步。',
  '城市更新步伐加快，改造老旧小区12个，加装电梯21部，3100户居民受益。',
  '交通条件不断改善，硬化通村公路22公里，打通断头路2条。',
  '校园食堂专项整治全面完成，96所学校落实陪餐制度。',
  '第二水厂主体完成工程量的80%。',
  '政务服务大厅设立“办不成事”反映窗口，受理诉求214件。',
].map((text) => sentence(text));
const steps = [
  sentence('建成第二水厂，实现城乡供水同质。', '2026-06-30'),
  sentence('稳妥推进殡仪馆迁建。'),
  sentence('新建森林防火通道25公里。', '2025-11-30'),
  sentence('开工建设县人民医院感染楼。', '2026-09-30'),
];

const { findings, fresh } = matchPromises(commitments, { review, steps });

it.each<[string, Verdict, string | null, RegExp]>([
  ['小区', 'kept', '改造老旧小区12个，加装电梯21部', /已经办成/],
  ['公路', 'partly', '硬化通村公路22公里', /承诺30公里，报告为22公里/],
  ['食堂', 'kept', '96所学校落实陪餐制度', /已经办成/],
  ['水厂', 'softened', '主体完成工程量的80%', /时限由2025-09-30推迟到2026-06-30/],
  ['窗口', 'kept', '受理诉求214件', /已经办成/],
  ['殡仪馆', 'softened', null, /由完成改为推进/],
  ['图书馆', 'dropped', null, /没有找到/],
  ['防火', 'softened', null, /数量由40公里降为25公里/],
])('%s: %s', (id, verdict, words, reason) => {
  const found = findings.find(({ commitmentId }) => commitmentId === id);
  expect(found?.verdict).toBe(verdict);
  expect(found?.parts.flatMap(({ reasons }) => reasons)).toContainEqual(expect.stringMatching(reason));
  const told = found?.parts.flatMap(({ review: one }) => one?.text ?? []).join();
  expect(told).toEqual(words === null ? '' : expect.stringContaining(words));
});

it('tells which next steps are new', () => expect(fresh).toEqual(['开工建设县人民医院感染楼。']));

it('restates what the review does not mention and the steps say again', () => {
  const again = matchPromises([commitments[6]], { review, steps: [sentence('县图书馆夜间开放到21点，周末不休馆。')] });
  expect(again.fresh).toEqual([]);
  expect(again.findings[0]).toMatchObject({ verdict: 'restated', parts: [{ step: { score: 1 } }] });
});

it('judges a commitment of several sentences by each of them', () => {
  const text = '实施教育提质工程。新建公办幼儿园3所；改造农村中小学运动场12片；引进骨干教师40名。';
  const [found] = matchPromises([{ id: '教育', text, dueOn: '2025-12-31' }], {
    review: [sentence('新建公办幼儿园3所，新增学位810个。农村中小学运动场改造正在进行。')],
    steps: [],
  }).findings;
  expect(found.verdict).toBe('partly');
  expect(found.parts.map(({ verdict }) => verdict)).toEqual(['kept', 'partly', 'dropped']);
});

it('does not take common words of reports for the same matter', () => {
  const text = '进一步加强干部队伍建设，提升服务能力和水平。';
  const [found] = matchPromises([{ id: 'x', text, dueOn: null }], {
    review: [sentence('进一步加强河道管理，提升服务能力和水平，完善工作机制。')],
    steps: [],
  }).findings;
  expect(found.verdict).toBe('dropped');
});
