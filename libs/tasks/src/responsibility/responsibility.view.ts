import type { Light } from '../light';

/** Away until `toDay`; the deputy acts meanwhile. */
export class AwayView {
  toDay: string;
  deputyName: string;
}

export class InCharge {
  id: string;
  name: string;
  active: boolean;
  away: AwayView | null;
}

export class SupportReportView {
  id: string;
  at: string;
  by: string;
  percent: number;
  narrative: string;
}

export class SupportView {
  id: string;
  unitId: string;
  unitName: string;
  external: boolean;
  contact: string | null;
  person: InCharge | null;
  duty: string;
  percent: number;
  light: Light | null;
  doneOn: string | null;
  waivedOn: string | null;
  reports: SupportReportView[];
  /** Whether the present person may report for it now. */
  mayReport: boolean;
  /** Whether he may name another person in the unit. */
  mayHandOver: boolean;
  version: number;
}

export class LinkView {
  id: string;
  unitName: string;
  supportId: string | null;
  createdBy: string;
  createdAt: string;
  expiresAt: string;
  revokedAt: string | null;
  lastUsedAt: string | null;
  uses: number;
  /** Whether it works at this moment. */
  valid: boolean;
}

/** 责任分工: who answers for what in one task. */
export class ResponsibilityView {
  leadUnitId: string;
  leadUnitName: string;
  /** The lead unit is an external body without accounts. */
  external: boolean;
  contact: string | null;
  assignee: InCharge | null;
  /** The position that owns the task. */
  positionId: string | null;
  positionTitle: string | null;
  leader: InCharge | null;
  support: SupportView[];
  /** For the supervisor: the links handed out for this task, newest first. */
  links: LinkView[];
  mayLink: boolean;
}

/** A link as it was made: the only time that its token is shown. */
export class MadeLink extends LinkView {
  /** The page to be sent: `/external/<token>`. */
  path: string;
}

/** All that a link shows. */
export class ExternalItem {
  unitName: string;
  title: string;
  /** What is asked. */
  asked: string;
  dueOn: string | null;
  percent: number;
  /** Whether something can be reported now. */
  open: boolean;
  expiresAt: string;
  /** What was reported through this very link, newest first. */
  answers: SupportReportView[];
}
