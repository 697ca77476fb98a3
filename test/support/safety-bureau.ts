import type { UnitView } from '../../libs/organisation/src/unit.view';
import type { TestApplication } from './application';
import { addPerson, type SignedIn } from './people';

/** A bureau with a team below it and another bureau beside it; who puts problems right there, leads them, or only looks on. */
export interface SafetyBureau {
  units: Record<'root' | 'safety' | 'team' | 'education', UnitView>;
  people: Record<'liaison' | 'officer' | 'leader' | 'outsider' | 'auditor', SignedIn>;
}

export async function safetyBureau(application: TestApplication): Promise<SafetyBureau> {
  const { admin } = application;
  const [root] = await admin.get<UnitView[]>('/units');
  const add = (name: string, parentId = root.id) => admin.post<UnitView>('/units', { parentId, name }, 201);
  const safety = await add('区应急管理局');
  const units = { root, safety, team: await add('执法大队', safety.id), education: await add('区教育局') };
  return {
    units,
    people: {
      liaison: await addPerson(application, 'liaison', 'liaison', units.safety),
      officer: await addPerson(application, 'officer', 'staff', units.team),
      leader: await addPerson(application, 'leader', 'leader', units.safety),
      outsider: await addPerson(application, 'outsider', 'liaison', units.education),
      auditor: await addPerson(application, 'auditor', 'auditor', units.root),
    },
  };
}
