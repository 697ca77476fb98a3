import { TaskSummary } from '../task.view';
import type { Urgency } from './urgency';

/** A task of the present person, with the next step that he may take at once. */
export class OwnTask extends TaskSummary {
  urgency: Urgency;
  /** 签收 */
  mayAccept: boolean;
  mayReport: boolean;
  /** Its progress comes from its parts; only a narrative is reported. */
  brokenDown: boolean;
  /** Why it was sent back 退回补办, while nothing was reported since. */
  sentBack: string | null;
}

export class OwnWork {
  /** The most urgent first, as many as a person works through. */
  tasks: OwnTask[];
  /** Whether there are more than these. */
  more: boolean;
  /** Handed in and waiting for verification. */
  submitted: number;
}
