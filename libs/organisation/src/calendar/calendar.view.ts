import type { ExceptionDay } from '#calendar/working-calendar';
import { CellError } from '../import/organisation-import.view';

export class CalendarYearState {
  year: number;
  /** False: the holidays are not known yet, Monday to Friday are taken for working days. */
  published: boolean;
}

export class CalendarExceptionView implements ExceptionDay {
  day: string;
  /** A holiday, or a weekend day worked in exchange (调休). */
  kind: ExceptionDay['kind'];
  name: string;
}

export class CalendarYearView extends CalendarYearState {
  source: string | null;
  version: number;
  workingDays: number;
  exceptions: CalendarExceptionView[];
  /** Whether the present person may change it. */
  editable: boolean;
}

/** What a file says about a year, beside what is stored. */
export class CalendarImport {
  year: number;
  exceptions: CalendarExceptionView[];
  added: number;
  changed: number;
  removed: number;
  errors: CellError[];
}
