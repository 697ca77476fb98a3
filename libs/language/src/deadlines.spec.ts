import { findDeadlines, findRecurrence } from './deadlines';
import type { PlanYear } from './plan-year';

const plan: PlanYear = { year: 2026, receivedOn: '2026-10-12' };
const dates = (text: string, of: PlanYear = plan): (string | null)[] =>
  findDeadlines(text, of).map(({ value }) => value);

describe('findDeadlines', () => {
  it.each([
    ['9月30日前完成整改', '2026-09-30'],
    ['于11月15日前报送区委办公室', '2026-11-15'],
    ['2027年1月20日前办结', '2027-01-20'],
    ['完成时限：2026年12月31日', '2026-12-31'],
    ['整改时限：2026-12-20', '2026-12-20'],
    ['2026.11.30前完成', '2026-11-30'],
    ['十二月底前完成验收', '2026-12-31'],
    ['6月底前整顿到位', '2026-06-30'],
    ['2027年2月底前投用', '2027-02-28'],
    ['明年3月底前建成', '2027-03-31'],
    ['10月中旬完成摸底', '2026-10-20'],
    ['11月上旬召开推进会', '2026-11-10'],
    ['12月下旬组织考核', '2026-12-31'],
    ['10月份前完成选址', '2026-09-30'],
    ['11月完成招标', '2026-11-30'],
    ['1月至4月开展排查', '2026-04-30'],
    ['3—5月集中攻坚', '2026-05-31'],
    ['二季度末前报送', '2026-06-30'],
    ['第三季度完成主体工程', '2026-09-30'],
    ['2027年一季度建成', '2027-03-31'],
    ['上半年全部开工', '2026-06-30'],
    ['下半年完成换装', '2026-12-31'],
    ['年底前全部销号', '2026-12-31'],
    ['今年年底前投入使用', '2026-12-31'],
    ['2027年底前全面建成', '2027-12-31'],
    ['年内新建公厕12座', '2026-12-31'],
    ['力争全年招引项目30个', '2026-12-31'],
    ['今明两年改造完毕', '2027-12-31'],
    ['到2028年，覆盖率达到90%', '2028-12-31'],
    ['西片区于2029年完成', '2029-12-31'],
    ['“十五五”末达到全省平均水平', '2030-12-31'],
    ['十四五末全面完成', '2025-12-31'],
    ['国庆节前开放', '2026-09-30'],
    ['2027年春节前兑现', '2027-02-05'],
    ['五一前完成修缮', '2026-04-30'],
    ['月底前反馈', '2026-10-31'],
    ['明年年底前建成', '2027-12-31'],
    ['6月至年底开展排查', '2026-12-31'],
    ['11月10日—20日集中检查', '2026-11-20'],
    ['3月1日至31日集中整治', '2026-03-31'],
    ['全面实施阶段（2024年6月—2026年9月）', '2026-09-30'],
    ['端午节前完成换装', '2026-06-18'],
    ['2025年春节来临前兑付', '2025-01-28'],
    ['国庆前夕开放', '2026-09-30'],
    ['三年内实现全覆盖', '2028-12-31'],
    ['原则上8月底前进场', '2026-08-31'],
    ['6月25日报区政府研究', '2026-06-25'],
    ['确保国家已批准的项目一季度开工', '2026-03-31'],
  ])('%s → %s', (sentence, day) => expect(dates(sentence)).toEqual([day]));

  it.each(['换届前配齐班子', '汛期前完成清淤', '10个工作日内答复', '立行立改'])(
    '%s has a limit without a day',
    (sentence) => expect(dates(sentence)).toEqual([null]),
  );

  it.each([
    '长期坚持，久久为功',
    '每月开展一次检查',
    '每季度末通报',
    '上半年工作情况',
    '截至9月底，已完成80%',
    '5月以来持续推进',
    '去年年底已启动',
    '完成全年目标任务',
    '对接年底考核要求',
    '贯彻落实2030年全国规划',
    '建设期12个月',
    '三月三民俗活动',
    '用好近三年内的数据',
    '安全生产月活动',
    '每年12月底前报送总结',
    '对2023年底前出台的政策开展清理',
    '审批时限压缩至45个工作日以内',
    '一年内被投诉2次以上的',
    '“七一”前后开展活动',
    '与年终评优挂钩',
    '岁末年初开展检查',
    '从7月起试运行',
  ])('%s has none', (sentence) => expect(dates(sentence)).toEqual([]));

  it.each(['汛期来临前完成加固', '供暖季前完成检修', '秋季学期开学前交付', '督察反馈前自查', '判决生效后3个月内清理'])(
    '%s waits for something else',
    (sentence) => expect(dates(sentence, { ...plan, reportedOn: '2026-10-10' })).toEqual([null]),
  );

  it.each([
    ['一周内报送', '2026-10-17'],
    ['10日内整改', '2026-10-20'],
    ['两个月内完成', '2026-12-10'],
    ['半年内见效', '2027-04-10'],
    ['5个工作日内答复', '2026-10-16'],
  ])('%s counts from the day of the report', (sentence, day) =>
    expect(findDeadlines(sentence, { ...plan, reportedOn: '2026-10-10' })).toMatchObject([
      { value: day, certain: false },
    ]),
  );

  it('takes 上半年 without a limit word for the time reported on once that has passed', () => {
    expect(dates('补学上半年缺席的课', { year: 2026, from: '2026-07-01' })).toEqual([]);
    expect(dates('上半年末前完成', { year: 2026, from: '2026-07-01' })).toEqual(['2027-06-30']);
  });

  it('今年 may be another year than that of bare months', () =>
    expect(dates('今年9月底前通车', { year: 2025, thisYear: 2026 })).toEqual(['2026-09-30']));

  it('reads several limits of one sentence', () =>
    expect(dates('10月底前整顿一批，11月底前提升一批，年底前验收。')).toEqual([
      '2026-10-31',
      '2026-11-30',
      '2026-12-31',
    ]));

  it('takes a bare month before the plan begins for the next year and says that it is a guess', () => {
    const [found] = findDeadlines('2月底前完成', { year: 2026, from: '2026-10-01' });
    expect(found).toMatchObject({ value: '2027-02-28', certain: false });
  });

  it('is not certain when the plan year was a guess', () => {
    expect(findDeadlines('11月底前完成', { year: 2026, certain: false })[0].certain).toBe(false);
    expect(findDeadlines('2026年11月底前完成', { year: 2030, certain: false })[0].certain).toBe(true);
  });

  it('gives the words as written', () => {
    const text = '力争１１月底前完成';
    const [found] = findDeadlines(text, plan);
    expect([found.text, text.slice(found.start, found.end)]).toEqual(['１１月底前', '１１月底前']);
  });
});

describe('findRecurrence', () => {
  it.each([
    ['每月开展一次巡查', '每月'],
    ['按季度通报进展', '按季'],
    ['每半年评估一次', '每半年'],
  ])('%s → %s', (sentence, words) => expect(findRecurrence(sentence)?.text).toContain(words));
  it.each(['补助每人每年1200元', '每年300元', '年底前完成'])('%s recurs never', (sentence) =>
    expect(findRecurrence(sentence)).toBeNull(),
  );
});
