import type { PersonView } from '../../libs/organisation/src/person.view';
import type { UnitView } from '../../libs/organisation/src/unit.view';
import type { TestApplication } from './application';
import type { Browserless } from './browserless';

export interface SignedIn {
  id: string;
  name: string;
  client: Browserless;
}

/** A new person with a role and a position in the unit, signed in with his own password. */
export async function addPerson(
  application: TestApplication,
  login: string,
  role: string,
  unit: Pick<UnitView, 'id'>,
): Promise<SignedIn> {
  const made = await application.admin.post<{ person: PersonView; oneTimePassword: string }>(
    '/people',
    {
      ...{ name: `人员${login}`, login },
      positions: [{ unitId: unit.id, title: '科员' }],
      roles: [{ unitId: unit.id, role }],
    },
    201,
  );
  const client = await application.signIn(login, made.oneTimePassword);
  return { id: made.person.id, name: made.person.name, client };
}
