import { addDays, lastDayOfMonth, lastDayOfQuarter, lastDayOfYear, type Day } from '#language/day';
import type { PlanYear } from '#language/plan-year';
import { readMarker } from '#language/markers';
import { blocksOf } from './blocks';
import type { Candidate } from './candidate';
import { collect, type Collected } from './collect';
import { confidenceOf } from './confidence';
import type { ExtractedItem, ExtractedReport, Extraction, ItemKind } from './extraction.types';
import { fieldsOf } from './item-fields';
import { outlineOf } from './outline';
import type { ReportTimes } from './passages';
import { markPlanByContent } from './plan-by-content';
import { pledgesIn, type PledgeTimes } from './pledges';
import { relateProblems } from './related-problems';
import { issuerOf, reportHeads, type ReportHead } from './report-heads';
import { timesOf, type Times } from './report-times';
import type { Block, Source } from './source-text';

export interface ExtractOptions {
  /** The day the report arrived; its year stands in where the text names none. */
  receivedOn: Day;
  /** Names, short names and aliases of the organisation's units, to recognise who reports. */
  organisation?: { units: string[] };
}

/** Who reports, when and on what stands within so many characters of a line. */
const HEAD = 160;
const KEYS: Readonly<Record<ItemKind, string>> = { next_step: 'n', problem: 'p', cause: 'c', pledge: 'g' };

/**
 * Reads the reports in a document and their items: next steps, problems, causes and pledges, each with its place in `source.text`
 * (UTF-16 code units; `text.slice(start, end)` is the item's text). Deterministic; never throws for any text. A report without items
 * has an empty list, and a warning says so in Chinese. The rules are those of official usage: see `extraction.types.ts` for the shapes.
 */
export function extract(source: Source, options: ExtractOptions): Extraction {
  const blocks = blocksOf(source);
  const warnings: string[] = [...(source.notes ?? [])];
  if (blocks.length === 0) return { reports: [], warnings: [...warnings, '文件中没有可以识别的文字。'] };
  const heads = reportHeads(blocks);
  const reports = heads.map((head, index) => {
    const until = heads[index + 1]?.first ?? blocks.length;
    const { report, certain } = reportOf(source.text, blocks, head, until, options);
    if (report.items.length === 0) {
      warnings.push(`《${report.title}》中没有识别出下一步工作或存在的问题，请人工核对。`);
    } else if (!report.items.some(({ kind }) => kind === 'next_step')) {
      warnings.push(`《${report.title}》中没有识别出下一步工作。`);
    }
    if (!certain && report.items.some(({ deadlines }) => deadlines.length > 0)) {
      warnings.push(`《${report.title}》中没有写明年份，日期按${report.planYear}年理解，请核对。`);
    }
    return report;
  });
  return { reports, warnings };
}

function reportOf(
  text: string,
  blocks: Block[],
  head: ReportHead,
  until: number,
  options: ExtractOptions,
): { report: ExtractedReport; certain: boolean } {
  const body = blocks.slice(head.body, until);
  const lines = blocks.slice(head.first, Math.min(head.body + 6, until)).map((block) => block.text.slice(0, HEAD));
  const receivedYear = Number(options.receivedOn.slice(0, 4));
  const tail = blocks
    .slice(Math.max(head.body, until - 4), until)
    .map((block) => block.text)
    .filter((line) => line.length <= HEAD);
  const times = timesOf(
    { title: head.title, head: lines, headings: headingsOf(body), body: body.map(({ text }) => text), tail },
    receivedYear,
  );
  const start = blocks[head.first].start;
  const end = blocks[until - 1].end;
  const reviewedYear = times.period === null ? null : Number(times.period.end.slice(0, 4));
  const plan = planOf(times, options.receivedOn);
  const readingTimes = { reviewedYear, reportedOn: times.reportedOn, plan: { ...plan, thisYear: times.nextYear - 1 } };
  const found = collected(body, head.title, end, readingTimes);
  // A month inside the review of a period is a month of that period's year, also when it has passed.
  const inReview: PlanYear = {
    ...plan,
    from: undefined,
    year: reviewedYear ?? plan.year,
    thisYear: times.nextYear - 1,
  };
  const pledgeTimes: PledgeTimes = { told: inReview, announced: plan, periodEnd: times.period?.end ?? null };
  const pledges = found.reviews.flatMap(({ block, sectionId, group }) =>
    pledgesIn(block, pledgeTimes, { sectionId, group }),
  );
  const dues = new Map(
    found.sections.map(({ id, path, kind }) => [id, kind === 'next_steps' ? dueOfHeading(path, times.planYear) : null]),
  );
  const counts: Record<ItemKind, number> = { next_step: 0, problem: 0, cause: 0, pledge: 0 };
  const items = withoutOverlaps([...found.candidates, ...pledges]).map((candidate): ExtractedItem => {
    const from = candidate.pieces[0].start;
    const to = candidate.pieces[candidate.pieces.length - 1].end;
    const fields = fieldsOf(candidate, {
      plan: candidate.why.includes('limit:ahead') ? inReview : plan,
      sectionDue: dues.get(candidate.sectionId) ?? null,
    });
    counts[candidate.kind]++;
    return {
      id: `${KEYS[candidate.kind]}${counts[candidate.kind]}`,
      kind: candidate.kind,
      ordinal: candidate.ordinal,
      title: candidate.title,
      text: text.slice(from, to),
      start: from,
      end: to,
      sectionId: candidate.sectionId,
      group: candidate.group,
      measures: fields.measures,
      deadlines: fields.deadlines,
      dueOn: fields.dueOn,
      dueBasis: fields.dueBasis,
      recurrence: fields.recurrence,
      units: fields.units,
      targets: fields.targets,
      relatedProblems: [],
      similarity: {},
      confidence: confidenceOf(candidate, fields),
      why: candidate.why,
    };
  });
  relateProblems(items);
  const { period } = times;
  const report: ExtractedReport = {
    title: head.title,
    issuer: issuerOf(head.title, lines, options.organisation?.units ?? []),
    start,
    end,
    period: period === null ? null : { label: period.label, start: period.start, end: period.end },
    planYear: times.planYear,
    sections: found.sections,
    items,
  };
  return { report, certain: times.certain };
}

/** What the outline holds; where nothing names a plan, the last parts are taken for one if they read like one. */
function collected(body: readonly Block[], title: string, end: number, times: ReportTimes): Collected {
  if (body.length === 0) return { sections: [], candidates: [], reviews: [] };
  const root = outlineOf(body, title, times.reviewedYear);
  const found = collect(root, end, times);
  if (found.candidates.some(({ kind }) => kind === 'next_step')) return found;
  return markPlanByContent(root) ? collect(root, end, times) : found;
}

/** The lines that may be headings, for their years. */
function headingsOf(body: readonly Block[]): string[] {
  return body
    .filter(
      ({ text, cell }) =>
        cell === undefined && text.length <= 45 && (!/[。；]/.test(text) || readMarker(text) !== null),
    )
    .map(({ text }) => text);
}

/** A bare month before the plan begins means the next year: in a report on the first three quarters, 明年 is near. */
function planOf({ period, planYear, nextYear, certain, reportedOn }: Times, receivedOn: Day): PlanYear {
  const partOfYear = period !== null && period.end.startsWith(String(planYear)) && !period.end.endsWith('12-31');
  return {
    year: planYear,
    nextYear,
    certain,
    from: partOfYear ? addDays(period.end, 1) : undefined,
    reportedOn: reportedOn ?? undefined,
    receivedOn,
  };
}

/** 下半年工作打算 is due when the half year ends; 下一步工作 says nothing. */
function dueOfHeading(path: readonly string[], year: number): Day | null {
  const heading = (path[path.length - 1] ?? '').split(/[，,：:]/)[0];
  if (/下半年|四季度|全年|年内/.test(heading)) return lastDayOfYear(year);
  if (/上半年/.test(heading)) return lastDayOfMonth(year, 6);
  if (/三季度/.test(heading) && !/前三季度/.test(heading)) return lastDayOfQuarter(year, 3);
  if (/二季度/.test(heading)) return lastDayOfQuarter(year, 2);
  if (/一季度/.test(heading)) return lastDayOfQuarter(year, 1);
  if (/20\d\d年|明年|来年|新的一年/.test(heading)) return lastDayOfYear(year);
  return null;
}

/** Items in the order of the text; of two items of one kind that overlap the first stays. */
function withoutOverlaps(candidates: Candidate[]): Candidate[] {
  const starts = (each: Candidate): number => each.pieces[0].start;
  const ends = (each: Candidate): number => each.pieces[each.pieces.length - 1].end;
  const reached = new Map<ItemKind, number>();
  return [...candidates]
    .sort((one, other) => starts(one) - starts(other) || ends(other) - ends(one))
    .filter((each) => {
      if (ends(each) <= starts(each) || starts(each) < (reached.get(each.kind) ?? 0)) return false;
      reached.set(each.kind, ends(each));
      return true;
    });
}
