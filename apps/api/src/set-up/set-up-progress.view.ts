/** Which steps are done. */
export class SetUpSteps {
  organisation: boolean;
  people: boolean;
  mail: boolean;
  calendar: boolean;
  report: boolean;
}

/** How far 初始设置 is. */
export class SetUpProgress {
  steps: SetUpSteps;
  /** Somebody has put it aside. */
  dismissed: boolean;
  unitId: string;
  unitName: string;
  unitVersion: number;
  units: number;
  people: number;
  /** Whether SMTP_URL is set. */
  mailServer: boolean;
  mailFrom: string;
  mailSent: boolean;
  year: number;
  thisYearPublished: boolean;
  nextYearPublished: boolean;
  reports: boolean;
}
