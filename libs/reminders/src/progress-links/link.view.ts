import type { OptionalKind } from '../rules';

export class LastProgress {
  at: string;
  by: string;
  percent: number;
  narrative: string;
}

/** All that the holder of a link from a mail sees: one task, and what he needs to report on it. */
export class LinkedTask {
  personName: string;
  /** For whom he reports: an absent person 代理. */
  onBehalfOf: string | null;
  title: string;
  unitName: string;
  dueOn: string | null;
  /** Its own; null where the progress comes from the tasks that it was broken down into. */
  percent: number | null;
  last: LastProgress | null;
  expiresAt: string;
  version: number;
}

export class UnsubscribeView {
  personName: string;
  kinds: OptionalKind[];
  /** Whether he does not get them by mail any more. */
  declined: boolean;
}
