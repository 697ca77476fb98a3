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
  const deadlines: ExtractedDeadline[] = [];
  const units: ExtractedUnit[] = [];
  const measures: ExtractedItem['measures'] = [];
  const targets: ExtractedItem['targets'] = [];
  let recurrence: string | null = null;
  for (const piece of found.pieces) {
    addUnits(units, piece);
    if (!ahead) continue;
    addDeadlines(deadlines, piece, context.plan);
    addMeasures(measures, piece, piece === found.pieces[0] ? found : null);
    addTargets(targets, piece.text);
    recurrence ??= findRecurrence(piece.text)?.text ?? null;
  }
  for (const name of found.row?.owners ?? []) addOwners(units, name);
  if (found.row && deadlines.length === 0) deadlines.push(...inheritedDeadlines(found, context.plan));
  const explicit = latest(deadlines);
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
  return {
    measures,
    deadlines,
    dueOn: dueBasis === 'section' ? sectionDue : explicit,
    dueBasis,
    recurrence,
    units: distinct(units),
    targets,
  };
}

function addDeadlines(deadlines: ExtractedDeadline[], block: Block, plan: PlanYear): void {
  for (const { value, text, start, end, certain } of findDeadlines(block.text, plan))
    deadlines.push({ text, date: value, start: sourceStart(block, start), end: sourceEnd(block, end), certain });
}

function latest(deadlines: readonly ExtractedDeadline[]): string | null {
  let last: string | null = null;
  for (const { date } of deadlines) if (date !== null && (last === null || date > last)) last = date;
  return last;
}

/** The limit of a merged cell above stands outside the item; it is placed at the item's end with no length of its own. */
function inheritedDeadlines(found: Candidate & { row?: RowFields }, plan: PlanYear): ExtractedDeadline[] {
  const at = found.pieces[found.pieces.length - 1].end;
  return (found.row?.due ?? []).flatMap((words) =>
    findDeadlines(words, plan).map(({ value, text, certain }) => ({ text, date: value, start: at, end: at, certain })),
  );
}

function addUnits(units: ExtractedUnit[], block: Block): void {
  for (const { name, role, text } of findResponsibilities(block.text)) units.push({ name, role, text });
}

function addOwners(units: ExtractedUnit[], { role, text }: RowFields['owners'][number]): void {
  for (const name of splitNames(text)) units.push({ name, role, text });
}

function distinct(units: ExtractedUnit[]): ExtractedUnit[] {
  if (units.length < 2) return units;
  const first = new Map<string, ExtractedUnit>();
  for (const unit of units) if (!first.has(unit.name)) first.set(unit.name, unit);
  return [...first.values()];
}

const TARGET =
  /\d(?:\.\d{1,4})?\s{0,2}(?:%|％|个百分点|万|亿|个|项|公里|亩|户|人次|人|家|所|座|件|条|套|台|场|次|名|吨|元|平方米|处|批)|百分之[一二三四五六七八九十百]+|全覆盖|翻一番|[Xx]{2,}[个项人家]/;

const CLAUSE_ENDS = new CharacterSet('，。；,;');

/** Clauses that set a figure to reach: 达标率达到100%, 新建公厕20座. */
function addTargets(targets: ExtractedItem['targets'], text: string): void {
  if (!TARGET.test(text)) return;
  for (const { start, end } of clauses(text)) {
    const clause = text.slice(start, CLAUSE_ENDS.at(text, end - 1) ? end - 1 : end);
    if (clause.length <= 80 && TARGET.test(clause)) targets.push({ text: clause });
  }
}

/** The single actions of an item: its sentences after the title; a single sentence is cut at ； and where an action begins. */
function addMeasures(measures: ExtractedItem['measures'], block: Block, first: Candidate | null): void {
  const parts = sentences(block.text);
  const titled =
    first !== null &&
    parts.length > 1 &&
    parts[0].end - parts[0].start <= first.title.length + (first.ordinal?.length ?? 0) + 4;
  const bodies = titled ? parts.slice(1) : parts;
  const cut = bodies.length === 1 ? actionsIn(block.text, bodies[0].start, bodies[0].end) : bodies;
  for (const { start, end } of cut)
    measures.push({
      text: block.text.slice(start, end),
      start: sourceStart(block, start),
      end: sourceEnd(block, end),
    });
}

function actionsIn(text: string, from: number, to: number): { start: number; end: number }[] {
  const actions: { start: number; end: number }[] = [];
  for (const { start, end } of clauses(text, from, to)) {
    const last = actions[actions.length - 1];
    if (last === undefined || (end - start >= 8 && beginsWithAction(text.slice(start, end))))
      actions.push({ start, end });
    else last.end = end;
  }
  return actions;
}
