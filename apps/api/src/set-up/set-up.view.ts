export class SetUp {
  /** The installation is as empty as on its first day, and the person who asks is its administrator. */
  canLoadExamples: boolean;
}

export class ExampleAccount {
  name: string;
  login: string;
  /** In Chinese. */
  roles: string[];
  unitName: string;
}

export class LoadedExamples {
  /** The first password of all example people, shown only in this answer. */
  password: string;
  accounts: ExampleAccount[];
  /** How many reports were imported. */
  reports: number;
}
