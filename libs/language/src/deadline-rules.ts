import {
  addDays,
  addMonths,
  addWeekdays,
  dayOf,
  lastDayOfMonth,
  lastDayOfQuarter,
  lastDayOfYear,
  type Day,
} from './day';
import { FESTIVALS, festivalDay } from './lunar-festivals';
import { readNumeral } from './numerals';
import type { PlanYear } from './plan-year';
import { HAS } from './time-pairs';

export interface Resolved {
  day: Day | null;
  certain: boolean;
}
type Groups = Record<string, string | undefined>;
export interface DeadlineRule {
  name: string;
  /** The pairs of characters that must stand in the text (`HAS`); without them the pattern need not be tried. */
  needs: number;
  pattern: RegExp;
  /** Undefined when the words turn out to be no limit. */
  resolve: (groups: Groups, plan: PlanYear, around: Around) => Resolved | undefined;
}
export interface Around {
  /** The words read. */
  whole: string;
  before: string;
  after: string;
}

const N = '(?:[一二三四五六七八九十]{1,3}|\\d{1,2})';
const YEAR =
  '(?:(?<year>(?:19|20)\\d\\d|[一二]〇[〇一二三四五六七八九]{2})年|(?<said>今年|本年度?|当年|明年|来年|次年|后年))';
const BEFORE = '(?<before>(?:之|以)?前)';
const AS_LIMIT = '(?<limit>到|至|于|在|截至|截止到?|力争|确保|争取|务必|计划|预计|拟)';

/** The stated year, or the plan's; a bare date that would lie before the plan begins belongs to the next year, which is a guess. */
function inYear(groups: Groups, plan: PlanYear, of: (year: number) => Day | null): Resolved | undefined {
  if (groups.year) {
    const day = of(readNumeral(groups.year) ?? plan.year);
    return day === null ? undefined : { day, certain: true };
  }
  const said = groups.said ?? '';
  const next = plan.nextYear ?? plan.year + 1;
  const year = /明年|来年|次年/.test(said)
    ? next
    : said === '后年'
      ? next + 1
      : said === ''
        ? plan.year
        : (plan.thisYear ?? plan.year);
  const day = of(year);
  if (day === null) return undefined;
  const known = plan.certain !== false;
  if (said === '' && plan.from !== undefined && day < plan.from) {
    const later = of(year + 1);
    return later === null ? undefined : { day: later, certain: false };
  }
  return { day, certain: known };
}

/** The last day of 10个工作日内 or 三个月内 counted from `day`; Saturdays and Sundays are no working days. Null for 几个月内. */
function spanFrom(day: Day, count: string, unit: string): Day | null {
  const value = count === '两' ? 2 : count === '半' ? 0.5 : readNumeral(count);
  if (value === null) return null;
  const months = { 月: 1, 季度: 3, 年: 12 }[unit];
  if (months !== undefined) return addMonths(day, value * months);
  if (unit === '工作日') return addWeekdays(day, value);
  return addDays(day, unit === '周' || unit === '星期' ? value * 7 : value);
}

/** 上半年 without a limit word is the time reported on, once that has passed. */
function isReviewed(whole: string, groups: Groups, plan: PlanYear, of: (year: number) => Day): boolean {
  const bare = !/[末底内前]$/.test(whole) && groups.year === undefined && groups.said === undefined;
  return bare && plan.from !== undefined && of(plan.year) < plan.from;
}

const month = (text: string | undefined): number => readNumeral(text ?? '') ?? 0;
const validMonth = (value: number): boolean => value >= 1 && value <= 12;
const QUARTERS: Readonly<Record<string, number>> = { 一: 1, 二: 2, 三: 3, 四: 4, 1: 1, 2: 2, 3: 3, 4: 4 };
/** Words after a bare month that make it a beginning, a past time or a name rather than a limit. */
const NO_LIMIT_AFTER = /^(?:份)?(?:以来|以后|之后|起|开始|份起|以降|间|活动月|主题|[“《]|安全生产月|宣传月)/;

/** Most specific first; what one rule has read no later rule reads again. */
export const DEADLINE_RULES: readonly DeadlineRule[] = [
  {
    name: 'numeric date',
    needs: HAS.dottedDate,
    pattern: /(?<year>20\d\d)[-/.](?<month>\d{1,2})[-/.](?<date>\d{1,2})(?!\d)(?:日)?(?:(?:之|以)?前)?/g,
    resolve: ({ year, month: m, date }) => {
      const day = dayOf(Number(year), month(m), month(date));
      return day === null ? undefined : { day, certain: true };
    },
  },
  {
    name: 'day of month',
    needs: HAS.month | HAS.date,
    pattern: new RegExp(
      `${AS_LIMIT}?${YEAR}?(?<month>${N})月(?:(?<from>${N})日?[至到—~～－–-]{1,2}(?:(?<month2>${N})月)?)?(?<date>${N})[日号](?:(?:之|以)?前|止|底)?`,
      'g',
    ),
    resolve: (groups, plan, { whole, after, before }) => {
      // 10月1日举行 tells a time, 10月1日前 and 于10月1日 a limit.
      const limit = /(?:前|止|底)$/.test(whole) || groups.limit !== undefined || groups.from !== undefined;
      const alone = /^[\s。；;，,）)]*$/.test(after.slice(0, 2)) && /(?:^|[：:\s（(，,；;—－~至到-])$/.test(before);
      const acts = /^[^。；，,]{0,8}(?:完成|完工|竣工|到位|建成|投入|启用|报送|结束|整改)|^报[区市县省送请上]/.test(
        after,
      );
      if (!limit && !alone && !acts) return undefined;
      if (/^(?:以来|起|开始|至今)/.test(after)) return undefined;
      return inYear(groups, plan, (year) => dayOf(year, month(groups.month2 ?? groups.month), month(groups.date)));
    },
  },
  {
    name: 'ten days',
    needs: HAS.month | HAS.third,
    pattern: new RegExp(`${YEAR}?(?<month>${N})月(?:份)?(?<third>[上中下])旬(?:末|底)?(?:(?:之|以)?前)?`, 'g'),
    resolve: (groups, plan) => {
      const m = month(groups.month);
      if (!validMonth(m)) return undefined;
      const end = (year: number): Day | null =>
        groups.third === '上'
          ? dayOf(year, m, 10)
          : groups.third === '中'
            ? dayOf(year, m, 20)
            : lastDayOfMonth(year, m);
      return inYear(groups, plan, end);
    },
  },
  {
    name: 'end of month',
    needs: HAS.endOfMonth,
    pattern: new RegExp(`${YEAR}?(?<month>${N})月(?:份)?[底末](?:(?:之|以)?前)?`, 'g'),
    resolve: (groups, plan) => {
      const m = month(groups.month);
      return validMonth(m) ? inYear(groups, plan, (year) => lastDayOfMonth(year, m)) : undefined;
    },
  },
  {
    name: 'months from to',
    needs: HAS.month | HAS.range,
    pattern: new RegExp(
      `${YEAR}?${N}(?:月(?:份)?)?[至到—~～－–-]+(?:(?<endYear>20\\d\\d)年)?(?:${N.replace('(?:', '(?<to>')})月(?:份)?(?:底|末)?(?:前)?`,
      'g',
    ),
    resolve: (groups, plan, { after }) => {
      const m = month(groups.to);
      if (!validMonth(m) || NO_LIMIT_AFTER.test(after)) return undefined;
      if (groups.endYear) return { day: lastDayOfMonth(Number(groups.endYear), m), certain: true };
      return inYear(groups, plan, (year) => lastDayOfMonth(year, m));
    },
  },
  {
    name: 'month to end of year',
    needs: HAS.month | HAS.endOfYear,
    pattern: new RegExp(`${YEAR}?${N}月(?:份)?(?:底)?[至到]年[底末](?:前)?`, 'g'),
    resolve: (groups, plan) => inYear(groups, plan, lastDayOfYear),
  },
  {
    name: 'month',
    needs: HAS.month,
    pattern: new RegExp(
      `(?<!第)${YEAR}?(?<month>${N})月(?:份)?(?:${BEFORE}|(?:以)?内|中|全部)?(?!球|饼|台|嫂|亮|${N}|[度末底])`,
      'g',
    ),
    resolve: (groups, plan, { before, after }) => {
      const m = month(groups.month);
      if (!validMonth(m) || NO_LIMIT_AFTER.test(after) || /[个第每近“《]$/.test(before)) return undefined;
      // 10月份前 ends with September; 三月三 is a festival.
      if (/^[三]$/.test(groups.month ?? '') && /^三/.test(after)) return undefined;
      return inYear(groups, plan, (year) =>
        groups.before === undefined
          ? lastDayOfMonth(year, m)
          : m === 1
            ? lastDayOfYear(year - 1)
            : lastDayOfMonth(year, m - 1),
      );
    },
  },
  {
    name: 'quarter',
    needs: HAS.quarter,
    pattern: new RegExp(
      `${YEAR}?(?<three>前三(?:个)?|前3(?:个)?)?第?(?<quarter>[一二三四1-4])?(?:个)?季度(?:末|底|内)?(?:(?:之|以)?前)?`,
      'g',
    ),
    resolve: (groups, plan, { whole, before, after }) => {
      const quarter = groups.three ? 3 : QUARTERS[groups.quarter ?? ''];
      if (quarter === undefined || NO_LIMIT_AFTER.test(after) || /[每各按逐分]$/.test(before)) return undefined;
      if (isReviewed(whole, groups, plan, (year) => lastDayOfQuarter(year, quarter))) return undefined;
      return inYear(groups, plan, (year) => lastDayOfQuarter(year, quarter));
    },
  },
  {
    name: 'half year',
    needs: HAS.half,
    pattern: new RegExp(`${YEAR}?(?<half>[上下])半年(?:度)?(?:末|底|内)?(?:(?:之|以)?前)?`, 'g'),
    resolve: (groups, plan, { whole, after }) => {
      if (NO_LIMIT_AFTER.test(after) || /^(?:工作|的)/.test(after)) return undefined;
      const end = (year: number): Day => (groups.half === '上' ? lastDayOfMonth(year, 6) : lastDayOfYear(year));
      return isReviewed(whole, groups, plan, end) ? undefined : inYear(groups, plan, end);
    },
  },
  {
    name: 'end of year',
    needs: HAS.endOfYear,
    pattern: new RegExp(
      `(?:${YEAR}年?[底末终]|(?<!(?:去|上|往|每|逐|历|近))年(?:底|末|终)|岁末(?!年初))(?:(?:之|以)?前)?`,
      'g',
    ),
    resolve: (groups, plan, { whole, after }) => {
      // 年末城镇登记失业率 and 年底考核 name a thing, not a limit; so does 年终考核.
      if (
        /[底末终]$|岁末$/.test(whole) &&
        /^(?:考核|考评|评优|评先|绩效|总结|述职|评议|决算|奖|结转|收官|城镇|时|的|人口|余额)/.test(after)
      ) {
        return undefined;
      }
      return inYear(groups, plan, lastDayOfYear);
    },
  },
  {
    name: 'today and tomorrow year',
    needs: HAS.bothYears,
    pattern: /今明两年(?:内)?/g,
    resolve: (_groups, plan) => ({ day: lastDayOfYear(plan.year + 1), certain: plan.certain !== false }),
  },
  {
    name: 'span of time',
    needs: HAS.within,
    pattern: new RegExp(
      `(?<![\\d一二三四五六七八九十〇])(?:未来|今后|接下来)?(?<count>${N}|两|半|几)(?:个)?(?<unit>工作日|自然日|日|天|周|星期|月|季度|年)(?:之|以)?内`,
      'g',
    ),
    resolve: ({ count, unit }, plan, { before, after }) => {
      if (/^(?:被|累计|连续|发生|出现|受到)/.test(after)) return undefined;
      // 审批时限压缩至45个工作日以内 sets how long, not by when.
      if (/(?:压缩|缩短|控制|压减|减少|缩减|提速)(?:到|至|在|为)$/.test(before)) return undefined;
      if (/(?:近|过去|最近|前|第)$/.test(before)) return undefined;
      // 判决生效后3个月内 counts from something else than the report.
      const other =
        /(?:后|起|之日|以来)(?:的)?$/.test(before) &&
        !/(?:即日|现在|印发|下发|发布|(?<!收到)本[^，。]{1,6})(?:之日)?起?(?:后)?(?:的)?$/.test(before);
      if (other) return { day: null, certain: false };
      // 三年内 in a plan counts its own year as the first.
      if (unit === '年' && count !== '半') {
        const years = count === '两' ? 2 : readNumeral(count ?? '');
        return { day: years === null ? null : lastDayOfYear(plan.year + years - 1), certain: false };
      }
      const day = plan.reportedOn === undefined ? null : spanFrom(plan.reportedOn, count ?? '', unit ?? '');
      return { day, certain: false };
    },
  },
  {
    name: 'within the year',
    needs: HAS.withinYear,
    pattern: new RegExp(
      `(?:${YEAR}(?:以)?内|(?<![一二三四五六七八九十两几近多\\d]|周|去|往)(?:本)?年(?:度)?内|(?<year2>20\\d\\d)年度内)`,
      'g',
    ),
    resolve: (groups, plan) => inYear(groups, plan, lastDayOfYear),
  },
  {
    name: 'whole year',
    needs: HAS.wholeYear,
    pattern: new RegExp(`${YEAR}?全年`, 'g'),
    resolve: (groups, plan, { before, after }) => {
      // 完成全年目标任务 names the year's targets; 覆盖全年 says how long.
      if (
        /^(?:各项|主要|经济|重点|总|性|的|预期|收支|无休|不|度)?(?:目标|任务|工作|指标|预算|计划任务|经济社会|时间)/.test(
          after,
        )
      ) {
        return undefined;
      }
      if (/(?:覆盖|贯穿|完成|实现|占|超|为|确保完成|服务|到)$/.test(before)) return undefined;
      if (/^(?:的|以来|共|累计|已)/.test(after)) return undefined;
      return inYear(groups, plan, lastDayOfYear);
    },
  },
  {
    name: 'year',
    needs: HAS.datedYear,
    pattern: new RegExp(
      `${AS_LIMIT}?(?<year>20[0-4]\\d)年(?<by>(?:之|以)?前)?(?=(?<acts>[，,]?(?:全面|基本|全部|率先|初步)?(?:完成|实现|建成|达到|完工|竣工|投用|投产|通车|建立|形成|力争|确保))?)`,
      'g',
    ),
    resolve: (groups, plan, { after }) => {
      // 2026年实现… in the plan for 2026 tells what the year is to bring, not by when.
      const own = Number(groups.year) === plan.year;
      if (!groups.limit && !groups.by && (!groups.acts || own)) return undefined;
      if (/^(?:以来|的|度|全国|世界|以后|\d|[一二三四五六七八九十]月)/.test(after)) return undefined;
      if (groups.limit === '在' || groups.limit === '计划' || groups.limit === '预计') {
        if (!groups.by && !groups.acts) return undefined;
      }
      return { day: lastDayOfYear(Number(groups.year)), certain: groups.by === undefined };
    },
  },
  {
    name: 'end of plan',
    needs: HAS.plan | HAS.endOfPlan,
    pattern: /[“"]?十(?<five>[二三四五六七])五[”"]?(?:规划)?(?:时期|期)?(?:末|期末|结束)(?:(?:之|以)?前)?/g,
    resolve: ({ five }) => {
      // The twelfth plan ended with 2015; every plan lasts five years.
      const plan = readNumeral(five ?? '') ?? 0;
      return { day: lastDayOfYear(2005 + plan * 5), certain: true };
    },
  },
  {
    name: 'festival',
    needs: HAS.before,
    pattern: new RegExp(
      `${YEAR}?[“"]?(?<feast>${FESTIVALS})[”"]?(?:国际)?(?:节|假期|长假)?(?:(?:之|以)?前|来临(?:之|以)?前|到来(?:之|以)?前)夕?(?!后)`,
      'g',
    ),
    resolve: (groups, plan) => {
      const name = groups.feast ?? '';
      const eve = (year: number): Day | null => {
        const feast = festivalDay(name, year);
        return feast === null ? null : addDays(feast, -1);
      };
      if (groups.year === undefined && groups.said === undefined && name === '元旦') {
        return { day: lastDayOfYear(plan.year), certain: false };
      }
      const read = inYear(groups, plan, eve);
      return read ?? { day: null, certain: false };
    },
  },
  {
    name: 'coming month',
    needs: HAS.endOfMonth,
    pattern: /(?:本|当|这个|下)?月(?:底|末)(?:(?:之|以)?前)?/g,
    resolve: (_groups, plan, { whole, before }) => {
      if (/[\d一二三四五六七八九十每]$/.test(before)) return undefined;
      const told = plan.reportedOn ?? plan.receivedOn;
      if (told === undefined) return { day: null, certain: false };
      const year = Number(told.slice(0, 4));
      const m = Number(told.slice(5, 7)) + (whole.startsWith('下') ? 1 : 0);
      return { day: m > 12 ? lastDayOfMonth(year + 1, m - 12) : lastDayOfMonth(year, m), certain: false };
    },
  },
  {
    name: 'event',
    needs: HAS.before,
    pattern:
      /(?:换届(?:选举|工作)?|(?:主|雨|枯水|入)?汛期?|入冬|入夏|雨季|冬季|高温季节|(?:供暖|采暖|供热|取暖)(?:期|季)?|旅游旺季|(?:[秋春]季)?(?:学期)?开学|学期(?:结束|末)|[寒暑]假|放假|高考|中考|(?:全国)?两会|(?:大会|会议)召开|验收|(?:项目)?(?:开工|投产|运营|启动)|督察反馈|疫情(?:结束|解除))(?:来临|到来|开始)?(?:(?:之|以)?前)夕?|至疫情解除/g,
    resolve: () => ({ day: null, certain: false }),
  },
  {
    name: 'in the season',
    needs: HAS.season,
    pattern: /(?:确保在|在|于)(?<season>旅游旺季|汛期|采暖季)(?=开放|投用|完成|启用|投入)/g,
    resolve: () => ({ day: null, certain: false }),
  },
  {
    name: 'at once',
    needs: HAS.once,
    pattern: /立行立改|立即整改|即知即改|立查立改/g,
    resolve: () => ({ day: null, certain: false }),
  },
];
