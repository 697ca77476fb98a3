import { arabicYears } from '#language/numerals';
import { sentences } from '#language/sentences';
import type { ReportTimes } from './passages';
import { isIntroduction } from './rhetoric';

/** 围绕以上要求，着重抓好九个方面工作。 at the end of a part on aims opens the plan. */
export function introducesPlan(text: string): boolean {
  const last = sentences(text).pop();
  return last !== undefined && isIntroduction(text.slice(last.start, last.end)) && !/目标是?[：:]$/.test(text);
}

const TURNS_TO_PLAN =
  /(?:^|。)(?:围绕|实现|按照|根据|对照|完成)[^，。]{2,24}[，,][^。]{0,10}(?:要|将|必须|着力|着重|重点|突出)[^。了]{2,40}[。：:]?$/;

/** 围绕上述要求，着力打好“八场硬仗”。 opens the plan also where no heading has told of it; 抓了 tells of the past. */
export function turnsToPlan(text: string): boolean {
  return introducesPlan(text) && TURNS_TO_PLAN.test(text) && !/现将|如下/.test(text);
}

/** 2020年，是…决胜之年。 after the review of 2019 opens the plan. */
export function opensPlanYear(text: string, { reviewedYear, plan }: ReportTimes): boolean {
  const opening =
    /^(?:((?:19|20)\d\d)年|(今年|明年|新的一年))[，,]?(?:是|将是|正值)[^。]{2,60}(?:之年|一年|时期|阶段|节点|关键)/.exec(
      arabicYears(text.slice(0, 90)),
    );
  if (opening === null || reviewedYear === null) return false;
  if (opening[1] !== undefined) return Number(opening[1]) > reviewedYear;
  return opening[2] === '今年' ? (plan.thisYear ?? reviewedYear) > reviewedYear : true;
}
