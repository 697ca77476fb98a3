import type { Role } from './role';

export class PositionView {
  id: string;
  unitId: string;
  unitName: string;
  title: string;
}

export class RoleView {
  unitId: string;
  unitName: string;
  role: Role;
}

export class PersonView {
  id: string;
  name: string;
  login: string;
  email: string | null;
  phone: string | null;
  active: boolean;
  positions: PositionView[];
  roles: RoleView[];
  version: number;
}

export class PersonPage {
  rows: PersonView[];
  nextCursor: string | null;
  total: number;
}

export class AssignablePerson {
  id: string;
  name: string;
  unitName: string;
  title: string | null;
}

/** A position 职务 that work may be given to outright. */
export class AssignablePosition {
  id: string;
  title: string;
  /** Null while it is vacant. */
  holderName: string | null;
}

/** A password shown exactly once, to be handed over in person. */
export class OneTimePassword {
  oneTimePassword: string;
}

export class AddedPerson extends OneTimePassword {
  person: PersonView;
}
