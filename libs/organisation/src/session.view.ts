import type { Permission } from './role';
import { RoleView } from './person.view';

export class SignedInPerson {
  id: string;
  name: string;
  login: string;
  email: string | null;
  phone: string | null;
}

/** The person who is signed in, and what he may do anywhere. */
export class Me {
  person: SignedInPerson;
  mustChangePassword: boolean;
  roles: RoleView[];
  may: Permission[];
  /** Whether he administers the top unit, and so what belongs to the whole organisation. */
  administersAll: boolean;
}
