import { CharacterSet } from '#language/character-set';
import { findDeadlines, findRecurrence } from '#language/deadlines';
import type { PlanYear } from '#language/plan-year';
import { findResponsibilities, splitNames } from '#language/responsibility';
import { clauses, sentences } from '#language/sentences';
import { beginsWithAction } from './actions';
import type { Candidate } from './candidate';
import type { DueBasis, ExtractedDeadline, ExtractedItem, ExtractedUnit } from './extraction.types';
import { sourceEnd, sourceStart, type Block } from './source-text';
import type { RowFields } from './task-tables';

/** What an item's section and report say about when it is due. */
export interface DueContext {
  plan: PlanYear;
  /** The last day of the time the section's heading names: 下半年工作打算. */
  sectionDue: string | null;
}

/** Deadlines, units, measures, targets and the like of one item. */
export function fieldsOf(
  found: Candidate & { row?: RowFields },
  context: DueContext,
): Pick<ExtractedItem, 'measures' | 'deadlines' | 'dueOn' | 'dueBasis' | 'recurrence' | 'units' | 'targets'> {
  const ahead = found.kind === 'next_step' || found.kind === 'pledge';
  const deadlines = ahead ? found.pieces.flatMap((piece) => deadlinesOf(piece, context.plan)) : [];
  const units = found.pieces.flatMap((piece) => unitsOf(piece));
  for (const name of found.row?.owners ?? []) addOwners(units, name);
  if (found.row && deadlines.length === 0) deadlines.push(...inheritedDeadlines(found, context.plan));
  const dates = deadlines.flatMap(({ date }) => (date === null ? [] : [date])).sort();
  const explicit = dates[dates.length - 1] ?? null;
  // 长期 under 完成时限 says that there is no limit, also where the plan as a whole has one.
  const endless = found.row?.due.some((words) => /长期|持续|常态/.test(words)) ?? false;
  const sectionDue = endless ? null : context.sectionDue;
  const dueBasis: DueBasis = !ahead
    ? 'none'
    : explicit !== null
      ? 'explicit'
      : sectionDue !== null
        ? 'section'
        : 'none';
  const recurrences = ahead
    ? found.pieces.map((piece) => findRecurrence(piece.text)?.text).filter((words) => words !== undefined)
    : [];
  return {
    measures: ahead ? found.pieces.flatMap((piece, index) => measuresOf(piece, index === 0 ? found : null)) : [],
    deadlines,
    dueOn: dueBasis === 'section' ? sectionDue : explicit,
    dueBasis,
    recurrence: recurrences[0] ?? null,
    units: distinct(units),
    targets: ahead ? found.pieces.flatMap((piece) => targetsOf(piece.text)) : [],
  };
}

function deadlinesOf(block: Block, plan: PlanYear): ExtractedDeadline[] {
  return findDeadlines(block.text, plan).map(({ value, text, start, end, certain }) => ({
    text,
    date: value,
    start: sourceStart(block, start),
    end: sourceEnd(block, end),
    certain,
  }));
}

/** The limit of a merged cell above stands outside the item; it is placed at the item's end with no length of its own. */
function inheritedDeadlines(found: Candidate & { row?: RowFields }, plan: PlanYear): ExtractedDeadline[] {
  const at = found.pieces[found.pieces.length - 1].end;
  return (found.row?.due ?? []).flatMap((words) =>
    findDeadlines(words, plan).map(({ value, text, certain }) => ({ text, date: value, start: at, end: at, certain })),
  );
}

function unitsOf(block: Block): ExtractedUnit[] {
  return findResponsibilities(block.text).map(({ name, role, text }) => ({ name, role, text }));
}

function addOwners(units: ExtractedUnit[], { role, text }: RowFields['owners'][number]): void {
  for (const name of splitNames(text)) units.push({ name, role, text });
}

function distinct(units: ExtractedUnit[]): ExtractedUnit[] {
  const first = new Map<string, ExtractedUnit>();
  for (const unit of units) if (!first.has(unit.name)) first.set(unit.name, unit);
  return [...first.values()];
}

const TARGET =
  /\d(?:\.\d{1,4})?\s{0,2}(?:%|％|个百分点|万|亿|个|项|公里|亩|户|人次|人|家|所|座|件|条|套|台|场|次|名|吨|元|平方米|处|批)|百分之[一二三四五六七八九十百]+|全覆盖|翻一番|[Xx]{2,}[个项人家]/;

const CLAUSE_ENDS = new CharacterSet('，。；,;');

/** Clauses that set a figure to reach: 达标率达到100%, 新建公厕20座. */
function targetsOf(text: string): { text: string }[] {
  if (!TARGET.test(text)) return [];
  return clauses(text)
    .map(({ start, end }) => text.slice(start, CLAUSE_ENDS.at(text, end - 1) ? end - 1 : end))
    .filter((clause) => TARGET.test(clause) && clause.length <= 80)
    .map((clause) => ({ text: clause }));
}

/** The single actions of an item: its sentences after the title; a single sentence is cut at ； and where an action begins. */
function measuresOf(block: Block, first: Candidate | null): ExtractedItem['measures'] {
  const parts = sentences(block.text);
  const titled =
    first !== null &&
    parts.length > 1 &&
    parts[0].end - parts[0].start <= first.title.length + (first.ordinal?.length ?? 0) + 4;
  const bodies = titled ? parts.slice(1) : parts;
  const cut = bodies.length > 1 ? bodies : bodies.flatMap(({ start, end }) => actionsIn(block.text, start, end));
  return cut.map(({ start, end }) => ({
    text: block.text.slice(start, end),
    start: sourceStart(block, start),
    end: sourceEnd(block, end),
  }));
}

function actionsIn(text: string, from: number, to: number): { start: number; end: number }[] {
  const actions: { start: number; end: number }[] = [];
  for (const { start, end } of clauses(text, from, to)) {
    const last = actions[actions.length - 1];
    if (last === undefined || (beginsWithAction(text.slice(start, end)) && end - start >= 8))
      actions.push({ start, end });
    else last.end = end;
  }
  return actions;
}
