/** A calendar day, `YYYY-MM-DD`. */
export type Day = string;

export type SectionKind = 'review' | 'problems' | 'causes' | 'next_steps' | 'other';
export type ItemKind = 'next_step' | 'problem' | 'cause' | 'pledge';
export type DueBasis = 'explicit' | 'section' | 'period' | 'none';
export type UnitRole = 'lead' | 'responsible' | 'supporting' | 'leader' | 'person';

/** Offsets are UTF-16 code units into the normalised text; `text.slice(start, end)` is the thing itself. */
export interface Span {
  start: number;
  end: number;
}

export interface ExtractedDeadline extends Span {
  text: string;
  /** Last day of the stated limit; null when it cannot be resolved (换届前). */
  date: Day | null;
  certain: boolean;
}

export interface ExtractedUnit {
  name: string;
  role: UnitRole;
  /** The words it was read from. */
  text: string;
}

export interface ExtractedItem extends Span {
  /** Unique within the report: `n1` next step, `p1` problem, `c1` cause, `g1` pledge. */
  id: string;
  kind: ItemKind;
  /** The marker as written: 一是, （一）, 1. */
  ordinal: string | null;
  title: string;
  text: string;
  sectionId: string;
  /** Marked headings above the item, below its section. */
  group: string[];
  measures: (Span & { text: string })[];
  deadlines: ExtractedDeadline[];
  dueOn: Day | null;
  dueBasis: DueBasis;
  /** 每月, 每季度 …, as written. */
  recurrence: string | null;
  units: ExtractedUnit[];
  targets: { text: string }[];
  /** The problems that a next step answers, the likest first. */
  relatedProblems: string[];
  /** How like each of them is, from 0 to 1. */
  similarity: Record<string, number>;
  /** 0 to 1. */
  confidence: number;
  why: string[];
}

export interface ExtractedSection extends Span {
  id: string;
  /** Headings from the outermost to this one. */
  path: string[];
  kind: SectionKind;
  why: string[];
}

export interface ExtractedReport extends Span {
  title: string;
  issuer: string | null;
  period: { label: string; start: Day; end: Day } | null;
  planYear: number;
  sections: ExtractedSection[];
  items: ExtractedItem[];
}

export interface Extraction {
  reports: ExtractedReport[];
  /** Chinese sentences for the reader: what was not found or is doubtful. */
  warnings: string[];
}
