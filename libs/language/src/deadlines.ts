import type { Day } from './day';
import { DEADLINE_RULES } from './deadline-rules';
import type { Found } from './found';
import { halfWidthDigits } from './numerals';
import type { PlanYear } from './plan-year';
import { Taken } from './taken';
import { timePairsIn } from './time-pairs';

const NONE: Readonly<Record<string, string | undefined>> = {};
const PAST_BEFORE = /(?:去|(?<!原则)上|往|前|近|同)$|截[至止]到?$|自$|自从$|去年$|上年$/;
/** 对2023年底前出台的政策开展清理 tells which ones. */
const MADE_BY = /^(?:出台|印发|发布|建成|投用|发生|登记|备案|注册|立项|入库|开工|制定|形成)的/;
/** 每年12月底前 comes back; it is a recurrence. */
const EVERY = /每(?:年度?|个?月|季度?|半年|个?学期|周)(?:的)?(?:于|在)?$/;
/** The clause tells what is done already. */
const DONE = /已经?(?!有|知)|截[至止]|以来|同比|去年|上年|往年/;

/**
 * The time limits stated in `text` for work that lies ahead. The date is the last day of the stated limit (6月底前 → 06-30, 年内 → 12-31,
 * 10月中旬 → 10-20, 10月份前 → 09-30); null when it cannot be resolved (换届前). Bare months belong to the plan year.
 * Recurrences (每月) and duties without an end (长期坚持) are no deadlines. Rule: GB/T 15835 for the forms of dates, usage of reports for the rest.
 */
export function findDeadlines(text: string, plan: PlanYear): Found<Day | null>[] {
  const present = timePairsIn(text);
  if (present === 0) return [];
  const plain = halfWidthDigits(text);
  const found: Found<Day | null>[] = [];
  const taken = new Taken(text.length);
  for (const rule of DEADLINE_RULES) {
    if ((present & rule.needs) !== rule.needs) continue;
    rule.pattern.lastIndex = 0;
    for (let match = rule.pattern.exec(plain); match; match = rule.pattern.exec(plain)) {
      const start = match.index + (match.groups?.limit?.length ?? 0);
      const end = match.index + match[0].length;
      if (end === start) {
        rule.pattern.lastIndex++;
        continue;
      }
      if (!taken.free(start, end)) continue;
      const before = plain.slice(Math.max(0, start - 12), start);
      const after = plain.slice(end, end + 14);
      if (PAST_BEFORE.test(before) || EVERY.test(before) || MADE_BY.test(after) || isDone(plain, start)) continue;
      const read = rule.resolve(match.groups ?? NONE, plan, { whole: match[0], before, after });
      if (read === undefined) continue;
      taken.take(start, end);
      found.push({ value: read.day, text: text.slice(start, end), start, end, certain: read.certain });
    }
  }
  return found.sort((one, other) => one.start - other.start);
}

/** Whether the clause before `at` says that the thing is done: 截至9月底, 已于6月底前完成. */
function isDone(text: string, at: number): boolean {
  let from = at;
  while (from > 0 && at - from < 24 && !'。；;，,！？\n'.includes(text[from - 1])) from--;
  const before = text.slice(from, at);
  // 确保国家已批准的项目一季度开工 lies ahead.
  return DONE.test(before) && !/确保|力争|争取|计划|将|拟/.test(before);
}

const RECURRENCE =
  /每(?:半年|两周|两个月|个?学期|季度|季|年度?|个?月|周|星期|天|日)(?:\d{1,2}日前|底前|末)?|按(?:月|季度?|周|年度)|逐月|逐季|(?:周|月|季|日)(?:调度|通报|例会|报告制)/g;

/** How often a duty comes back: 每月, 每季度, 按月 …, as written; the first one in the text, or null. A rate (每年420元, 每人每年) is none. */
export function findRecurrence(text: string): Found<null> | null {
  RECURRENCE.lastIndex = 0;
  for (let match = RECURRENCE.exec(text); match; match = RECURRENCE.exec(text)) {
    const start = match.index;
    const end = start + match[0].length;
    if (
      /^[\s约近]*\d[\d.万亿]*(?:元|吨|人|户|度)/.test(text.slice(end, end + 12)) ||
      /[每人户]$/.test(text.slice(0, start).slice(-1))
    )
      continue;
    return { value: null, text: match[0], start, end, certain: true };
  }
  return null;
}
