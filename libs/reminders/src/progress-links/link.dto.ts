import { Length } from 'class-validator';
import { ReportProgress } from '#tasks/task.dto';

/** More than two ids, an expiry and a signature take. */
const LONGEST = 300;

export class OpenMailLink {
  @Length(1, LONGEST)
  token: string;
}

/** `version` is that of the task, as the form showed it. */
export class ReportByMail extends ReportProgress {
  @Length(1, LONGEST)
  token: string;
}
