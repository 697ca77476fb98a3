import type { Figure, FigureKey } from './figures';
import type { SourcePlace } from '../summary-rows';

/** The parts of a progress report, in their order. */
export const SECTIONS = {
  overall: '总体进展情况',
  completed: '已完成事项',
  underWay: '推进中事项',
  overdue: '逾期事项及原因',
  problems: '问题整改情况',
  extensions: '延期情况',
  coordination: '需要协调的事项',
  next: '下一步工作',
} as const;
export type SectionKey = keyof typeof SECTIONS;
export const SECTION_KEYS = Object.keys(SECTIONS) as SectionKey[];

/** A sentence with where it comes from; without the full stop, which depends on its place. */
export interface Sentence {
  /** The same for the same matter whenever the report is composed again: what the writer changed is found by it. */
  key: string;
  text: string;
  /** Is one of an enumeration 一是…二是…. */
  item?: true;
  taskId?: string;
  problemId?: string;
  progressEntryId?: string;
  figures?: FigureKey[];
  anchor?: SourcePlace;
}

export interface Section {
  key: SectionKey;
  sentences: Sentence[];
}

/** The figures of one branch of the tree. */
export interface BranchFigures {
  unitId: string;
  unitName: string;
  figures: Record<string, number | null>;
}

/** What is made of the rows of a period: figures and sentences. */
export interface Composition {
  figures: Figure[];
  branches: BranchFigures[];
  sections: Section[];
}
