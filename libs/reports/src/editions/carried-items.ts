import { randomUUID } from 'node:crypto';
import { latestDay, passage } from '../item-pieces';
import type { ReportItem } from '../report-item.entity';
import type { Report } from '../report.entity';
import type { ItemRevision } from './item-revision.entity';
import type { FormerItem } from './placing';
import type { Reanchored } from './reanchor';

type Row = Omit<ReportItem, 'version' | 'report' | 'unit' | 'assignee'>;
type Revision = Pick<
  ItemRevision,
  'formerItemId' | 'itemId' | 'change' | 'formerText' | 'formerDueOn' | 'text' | 'dueOn' | 'decision'
>;

/** An item of the former edition with what was last decided about, where a change of that edition still waits for a decision. */
export interface Former extends FormerItem {
  item: ReportItem;
  waiting: Pick<ItemRevision, 'formerText' | 'formerDueOn'> | null;
}

export interface Read {
  item: ReportItem;
  kind: string;
  start: number;
  end: number;
}

/** The items of the next edition with the decisions and edits they take over, and what became of each former one. */
export function carryOver(
  report: Report,
  found: readonly Reanchored<Former, Read>[],
): { items: Row[]; revisions: Revision[] } {
  const carried = found.map((one) => ({ ...one, row: one.span && rowOf(report, one, one.span) }));
  const keys = new Map(carried.flatMap(({ former, row }) => (former && row ? [[former.item.key, row.key]] : [])));
  for (const { former, row, read } of carried) {
    if (!former || !row || isWhole(read, row)) continue;
    row.relatedKeys = former.item.relatedKeys.flatMap((key) => keys.get(key) ?? []);
    row.similarity = Object.fromEntries(
      former.item.relatedKeys.flatMap((key) => {
        const now = keys.get(key);
        return now === undefined ? [] : [[now, former.item.similarity[key] ?? 0]];
      }),
    );
  }
  return {
    items: carried.flatMap(({ row }) => row ?? []),
    revisions: carried.map(({ change, former, row }) => revisionOf(change, former, row)),
  };
}

/** The deadline that stands in the source, whatever a person set instead. */
function sourceDue({ dueOn, dueBasis, deadlines }: ReportItem): string | null {
  return dueBasis === 'person' ? latestDay(deadlines.map(({ date }) => date)) : dueOn;
}

const isWhole = (read: Read | null, span: { startOffset: number; endOffset: number }) =>
  read !== null && read.start === span.startOffset && read.end === span.endOffset;

interface Span {
  start: number;
  end: number;
}

function rowOf(report: Report, one: Reanchored<Former, Read>, span: Span): Row & { sourceDueOn: string | null } {
  const { former, read } = one;
  const base = baseOf(report, one, span);
  const row = { ...base, id: randomUUID(), reportId: report.id, sourceDueOn: base.dueOn };
  if (former === null) return row;
  const { item } = former;
  if (!isWhole(read, row)) row.key = `e${report.edition}.${item.key.replace(/^e\d+\./, '')}`;
  row.title = titleAfter(item, row.text, row.title);
  row.kind = item.kind;
  row.status = item.status;
  row.rejectReason = item.rejectReason;
  if (item.dueBasis === 'person') Object.assign(row, { dueOn: item.dueOn, dueBasis: item.dueBasis });
  if (item.unitBasis === 'person' || item.status === 'accepted')
    Object.assign(row, { unitId: item.unitId, unitBasis: item.unitBasis });
  row.assigneeId = row.unitId === item.unitId ? item.assigneeId : null;
  return row;
}

/** What the reading says of the span; where people had cut the item otherwise, its words with what the former item had beside them. */
function baseOf(report: Report, { former, read }: Reanchored<Former, Read>, { start, end }: Span): Row {
  const whole = { startOffset: start, endOffset: end };
  if (read && isWhole(read, whole)) return withoutVersion(read.item);
  const like = withoutVersion(former?.item ?? (read as Read).item);
  const words = passage(report, start, end);
  const due =
    words.dueOn === null && (like.dueBasis === 'section' || like.dueBasis === 'period')
      ? { dueOn: like.dueOn, dueBasis: like.dueBasis }
      : { dueOn: words.dueOn, dueBasis: words.dueBasis };
  const ordinal = former && report.text.startsWith(like.ordinal ?? '', start) ? like.ordinal : null;
  return { ...like, ...words, ...due, ordinal, measures: [], status: 'proposed', rejectReason: null };
}

function withoutVersion(item: ReportItem): Row {
  const { version: _version, report: _report, unit: _unit, assignee: _assignee, ...row } = item;
  return row;
}

/** A title stays, also one that a person wrote, unless its words came from the text and are no longer there. */
function titleAfter(item: ReportItem, text: string, title: string): string {
  return item.text.includes(item.title) && !text.includes(item.title) ? title : item.title;
}

function revisionOf(
  change: Reanchored<Former, Read>['change'],
  former: Former | null,
  row: (Row & { sourceDueOn: string | null }) | null,
): Revision {
  const formerDueOn = former && (former.waiting ? former.waiting.formerDueOn : sourceDue(former.item));
  const dueOn = row?.sourceDueOn ?? null;
  const unchanged = change === 'same' || change === 'moved';
  const changed = former !== null && unchanged && (former.waiting !== null || formerDueOn !== dueOn);
  const shown = changed ? 'changed' : change;
  return {
    formerItemId: former?.item.id ?? null,
    itemId: row?.id ?? null,
    change: shown,
    formerText: former && (former.waiting?.formerText ?? former.item.text),
    formerDueOn,
    text: row?.text ?? null,
    dueOn,
    decision: former?.item.status === 'accepted' && (shown === 'changed' || shown === 'gone') ? 'pending' : null,
  };
}
