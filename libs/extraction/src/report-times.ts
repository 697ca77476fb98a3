import { CharacterSet, withoutSpaces } from '#language/character-set';
import { dayOf, type Day } from '#language/day';
import { readPeriod, type Period } from '#language/periods';
import { arabicYears, readNumeral } from '#language/numerals';

/** When a report speaks and of what time. */
export interface Times {
  period: Period | null;
  planYear: number;
  /** The year that 明年 means in it. */
  nextYear: number;
  /** False when no year stands anywhere and the plan year is a guess. */
  certain: boolean;
  /** The day the report gives as its own: signed under it, or delivered on it. */
  reportedOn: Day | null;
}

interface Words {
  title: string;
  /** The first lines under the title. */
  head: readonly string[];
  headings: readonly string[];
  /** All lines, for the years that they name. */
  body: readonly string[];
  /** The last lines, where the date of signing stands. */
  tail: readonly string[];
}

const SESSION = /((?:19|20)\d\d)年(\d{1,2})月\d{1,2}日[^。]{0,10}在.{2,40}(?:代表大会|委员会)/;
const REVIEWED = /((?:19|20)\d\d)年.{0,12}(?:回顾|总结|完成情况|工作情况|开展情况)/;
const PLANNED = /((?:19|20)\d\d)年.{0,12}(?:安排|打算|计划|部署|任务|主要工作|重点工作|思路|目标|总体要求|工作建议)/;
/** 2025年，我将从以下方面努力 */
const BEGINS_WITH_YEAR = new CharacterSet('在12１２一二');
const ANNOUNCED = /^(?:在)?((?:19|20)\d\d)年[，,][^。]{0,16}(?:将|打算|计划)/;
const TO_CONGRESS = /政府工作报告|人大常委会工作报告|法院工作报告|检察院工作报告/;
const PLAN_TITLE = /要点|计划|安排|方案|打算|任务|清单|台账/;

/**
 * The period reported on and the year that bare dates of the plan refer to. A report delivered to a people's congress tells the year before;
 * the summary of a whole year plans the next one; a report on part of a year plans the rest of it. Without any of these the date of signing
 * decides, then the latest year that the first lines name, then the year of receipt, which is a guess.
 */
export function timesOf(words: Words, receivedYear: number): Times {
  const title = arabicYears(words.title);
  const [head, headings, tail] = [words.head, words.headings, words.tail].map((lines) => lines.map(arabicYears));
  const inTitle = readPeriod(title);
  const session = sessionYear(head.filter((line) => line.length <= 80 && /在/.test(line)).map(withoutSpaces));
  const reviewed = yearIn(headings, REVIEWED);
  const planned =
    yearIn(
      headings.filter((heading) => yearIn([heading], REVIEWED) === null),
      PLANNED,
    ) ?? announcedYear(words.body);
  const toCongress = TO_CONGRESS.test(title);
  const spoken = session ?? (toCongress && inTitle !== null ? yearOf(inTitle) : null);
  let period = inTitle;
  if (reviewed !== null) period = wholeYear(reviewed, inTitle);
  else if (toCongress && spoken !== null) period = wholeYear(spoken - 1, null);
  // 过去一年工作回顾 before 2014年工作部署 tells of 2013.
  else if (planned !== null && inTitle === null && headings.some((heading) => /回顾|过去/.test(heading)))
    period = wholeYear(planned - 1, null);
  else if (period === null) period = periodInText(head);
  const reportedOn = signedDay(tail) ?? signedDay(head);
  const signed = (reportedOn === null ? null : Number(reportedOn.slice(0, 4))) ?? signedYear(tail) ?? signedYear(head);
  const planYear =
    planned ??
    (toCongress ? spoken : null) ??
    planYearOf(title, period, inTitle !== null || reviewed !== null || endedBefore(period, receivedYear), signed);
  if (planYear === null) {
    const named = latestYear(head, receivedYear) ?? plannedYear(words.body, receivedYear);
    const year = named ?? receivedYear;
    return { period, planYear: year, nextYear: year + 1, certain: named !== null, reportedOn };
  }
  // A summary of its own year calls the plan's year 明年; a speech given in the plan's year does not.
  const yearEnd = spoken === null && period !== null && period.wholeYear && planYear === yearOf(period) + 1;
  return { period, planYear, nextYear: yearEnd ? planYear : planYear + 1, certain: true, reportedOn };
}

/** 2022年，本人… in a report that came in a later year tells of a year that is over; 2022年以来 may run on. */
function endedBefore(period: Period | null, receivedYear: number): boolean {
  return period !== null && yearOf(period) < receivedYear && !period.label.includes('以来');
}

function planYearOf(title: string, period: Period | null, stated: boolean, signed: number | null): number | null {
  if (period === null) return signed;
  const year = yearOf(period);
  if (PLAN_TITLE.test(title) && !/总结|小结|情况|汇报|报告/.test(title)) return year;
  if (signed !== null && signed >= year && !(stated && period.wholeYear)) return signed;
  // 2026年以来 in the text tells of a year that still runs; 2025年度 in the title of one that is over.
  return period.wholeYear && stated ? year + 1 : year;
}

/** A period that the first lines speak of: 2026年前三季度，我局…. */
function periodInText(head: readonly string[]): Period | null {
  for (const line of head) {
    const opening =
      /^.{0,12}?(?:20\d\d)\s*年(?:\s*(?:度|前三季度|上半年|下半年|以来|第?[一二三四]季度|\d{1,2}[-—至]\d{1,2}月)|，)/.exec(
        line,
      );
    if (opening) return readPeriod(opening[0]);
  }
  return null;
}

function yearIn(lines: readonly string[], pattern: RegExp): number | null {
  for (const line of lines) {
    const found = /19|20/.test(line) ? pattern.exec(line) : null;
    if (found) return Number(found[1]);
  }
  return null;
}

function announcedYear(lines: readonly string[]): number | null {
  for (const line of lines) {
    const found = BEGINS_WITH_YEAR.at(line, 0) ? ANNOUNCED.exec(arabicYears(line.slice(0, 60))) : null;
    if (found) return Number(found[1]);
  }
  return null;
}

/** The year whose work a session settles: one held in November or December speaks of the next year's. */
function sessionYear(lines: readonly string[]): number | null {
  for (const line of lines) {
    const found = SESSION.exec(line);
    if (found !== null) return Number(found[1]) + (Number(found[2]) >= 11 ? 1 : 0);
  }
  return null;
}

function yearOf(period: Period): number {
  return Number(period.end.slice(0, 4));
}

/** 2026年10月9日 or 二〇二六年十月九日 alone on a line. */
function signedYear(lines: readonly string[]): number | null {
  for (const line of lines) {
    if (line.length > 30) continue;
    const found =
      /^[（(]?(20\d\d|二[〇零○][〇零一二三四五六七八九]{2})年[\d一二三四五六七八九十]{1,3}月(?:[\d一二三四五六七八九十]{1,3}日)?[）)]?$/.exec(
        withoutSpaces(line),
      );
    if (found) return readNumeral(found[1].replace(/[○]/g, '〇'));
  }
  return null;
}

const SIGNED_DAY =
  /(?:^|[（()）—─-])((?:19|20|１９|２０)[\d０-９]{2}|[一二][〇零○九][〇零○一二三四五六七八九]{2})年([\d０-９一二三四五六七八九十]{1,3})月([\d０-９一二三四五六七八九十]{1,3})日(?:$|[）)在，])/;

/** The day of a line that gives a date alone, in brackets, or as that of a meeting: （2025年1月16日在…会议上）. */
function signedDay(lines: readonly string[]): Day | null {
  for (const line of lines) {
    if (line.length > 80) continue;
    const found = SIGNED_DAY.exec(withoutSpaces(line));
    if (found === null) continue;
    const [year, month, date] = found.slice(1).map((part) => readNumeral(part.replace(/○/g, '〇')) ?? 0);
    return dayOf(year, month, date);
  }
  return null;
}

function latestYear(lines: readonly string[], receivedYear: number): number | null {
  const years = lines.flatMap((line) =>
    [...line.slice(0, 200).matchAll(/(20\d\d)年/g)].map((found) => Number(found[1])),
  );
  const near = years.filter((year) => year <= receivedYear + 1);
  return near.length === 0 ? null : Math.max(...near);
}

const LIMIT_YEAR = /((?:19|20)\d\d)年(?:\d{1,2}月(?:\d{1,2}日|份)?)?(?:[底末]|[上中下]旬)?(?:之|以)?(?:前|底|末)/g;
const ANY_YEAR = /((?:19|20)\d\d)年/g;

/**
 * The year of a plan that names none at its head: the earliest one of its limits (it counts bare months from its first year), else the one
 * that the text names most often.
 */
function plannedYear(lines: readonly string[], receivedYear: number): number | null {
  const limits = yearsOf(lines, LIMIT_YEAR, receivedYear);
  if (limits.length > 0) return Math.min(...limits);
  const counts = new Map<number, number>();
  for (const year of yearsOf(lines, ANY_YEAR, receivedYear)) counts.set(year, (counts.get(year) ?? 0) + 1);
  const [most] = [...counts].sort(([one, times], [other, more]) => more - times || one - other);
  return most?.[0] ?? null;
}

/** The years that a pattern finds, none far beyond the day of receipt. */
function yearsOf(lines: readonly string[], pattern: RegExp, receivedYear: number): number[] {
  return lines
    .flatMap((line) => [...line.matchAll(pattern)].map((found) => Number(found[1])))
    .filter((year) => year <= receivedYear + 1);
}

/** The year as a period, unless the title already tells a part of that year. */
function wholeYear(year: number, inTitle: Period | null): Period {
  if (inTitle !== null && inTitle.start.startsWith(String(year))) return inTitle;
  return { label: `${year}年`, start: `${year}-01-01`, end: `${year}-12-31`, wholeYear: true };
}
