import { DataSource } from 'typeorm';
import type { AddedPerson, AssignablePerson, PersonPage, PersonView } from '../../libs/organisation/src/person.view';
import type { UnitView } from '../../libs/organisation/src/unit.view';
import { startApplication, type TestApplication } from '../support/application';
import type { Browserless } from '../support/browserless';

let application: TestApplication;
let admin: Browserless;
let root: UnitView;
/** 区教育局 with 教育科 below it, and 青石街道. */
let bureau: UnitView;
let section: UnitView;
let street: UnitView;
/** Administers 区教育局 only. */
let local: Browserless;

const addUnit = (parent: UnitView, name: string) => admin.post<UnitView>('/units', { parentId: parent.id, name }, 201);

async function addPerson(login: string, ...roles: [UnitView, string][]): Promise<AddedPerson> {
  const ask = {
    ...{ name: `人员${login}`, login, positions: [] },
    roles: roles.map(([unit, role]) => ({ unitId: unit.id, role })),
  };
  return admin.post<AddedPerson>('/people', ask, 201);
}

const historyOf = (id: string) =>
  application.app
    .get(DataSource)
    .query<{ actorName: string; action: string; changes: unknown[] }[]>(
      'SELECT actor_name AS "actorName", action, changes FROM history WHERE subject_id = $1 ORDER BY id',
      [id],
    );

beforeAll(async () => {
  application = await startApplication();
  admin = application.admin;
  [root] = await admin.get<UnitView[]>('/units');
  bureau = await addUnit(root, '区教育局');
  section = await addUnit(bureau, '教育科');
  street = await addUnit(root, '青石街道');
  const { oneTimePassword } = await addPerson('local-admin', [bureau, 'administrator']);
  local = await application.signIn('local-admin', oneTimePassword);
});
afterAll(() => application?.close());

describe('units', () => {
  it('are listed in the order of the tree, each with the active people in it', async () => {
    const person = await addPerson('counted', [section, 'staff']);
    await admin.patch(`/people/${person.person.id}`, {
      version: person.person.version,
      positions: [{ unitId: section.id, title: '科员' }],
    });
    const units = await admin.get<UnitView[]>('/units');
    expect(units.map(({ name, people }) => `${name} ${people}`)).toEqual([
      '本单位 1',
      '区教育局 1',
      '教育科 1',
      '青石街道 0',
    ]);
  });

  it('are changed by whoever saw their latest version, and history keeps what was before', async () => {
    const unit = await addUnit(street, '石桥社区');
    const change = { version: unit.version, name: '石桥新村社区', shortName: '石桥', aliases: [' 石桥村 '] };
    const changed = await admin.patch<UnitView>(`/units/${unit.id}`, change);
    expect(changed).toMatchObject({ name: '石桥新村社区', aliases: ['石桥村'], version: unit.version + 1 });
    await expect(admin.patch(`/units/${unit.id}`, change)).rejects.toThrow('409');
    expect(await historyOf(unit.id)).toMatchObject([
      { action: 'create', actorName: '管理员' },
      { action: 'change', changes: expect.arrayContaining([{ field: 'name', from: '石桥社区', to: '石桥新村社区' }]) },
    ]);
    await admin.delete(`/units/${unit.id}`);
  });

  it('cannot be moved under themselves, nor take a sister’s name, nor lose what they must have', async () => {
    const { version } = (await admin.get<UnitView[]>('/units')).find(({ id }) => id === bureau.id) as UnitView;
    await expect(admin.patch(`/units/${bureau.id}`, { version, parentId: section.id })).rejects.toThrow('unit.cycle');
    await expect(admin.patch(`/units/${bureau.id}`, { version, parentId: bureau.id })).rejects.toThrow('unit.cycle');
    await expect(admin.patch(`/units/${bureau.id}`, { version, name: '青石街道' })).rejects.toThrow('unit.namesake');
    for (const field of ['name', 'parentId', 'aliases', 'sortOrder']) {
      const answer = await admin.send('PATCH', `/units/${bureau.id}`, { version, [field]: null });
      expect([field, answer.statusCode]).toEqual([field, 422]);
    }
  });

  it('move with everything below them, and the rights over them with them', async () => {
    const area = await addUnit(root, '片区');
    const { oneTimePassword } = await addPerson('area-leader', [area, 'leader']);
    const leader = await application.signIn('area-leader', oneTimePassword);
    const { version } = (await admin.get<UnitView[]>('/units')).find(({ id }) => id === bureau.id) as UnitView;
    const moved = await admin.patch<UnitView>(`/units/${bureau.id}`, { version, parentId: area.id });
    const seen = await leader.get<UnitView[]>('/units');
    expect(seen.map(({ name }) => name)).toEqual(['片区', '区教育局', '教育科']);
    await admin.patch(`/units/${bureau.id}`, { version: moved.version, parentId: root.id });
    expect((await leader.get<UnitView[]>('/units')).map(({ name }) => name)).toEqual(['片区']);
  });

  it('do not form a circle when two are moved under each other at once, however often', async () => {
    const pairs: [UnitView, UnitView][] = [];
    for (let n = 0; n < 6; n++) pairs.push([await addUnit(root, `东片${n}`), await addUnit(root, `西片${n}`)]);
    const move = (unit: UnitView, parent: UnitView) =>
      admin.send('PATCH', `/units/${unit.id}`, { version: unit.version, parentId: parent.id });
    const answers = await Promise.all(pairs.map(([east, west]) => Promise.all([move(east, west), move(west, east)])));
    for (const both of answers) expect(both.map(({ statusCode }) => statusCode).sort()).toEqual([200, 422]);
  });

  it('are not deleted while something belongs to them', async () => {
    await expect(admin.delete(`/units/${bureau.id}`)).rejects.toThrow('unit.not-empty');
    await expect(admin.delete(`/units/${section.id}`)).rejects.toThrow('unit.not-empty');
    await expect(admin.delete(`/units/${root.id}`)).rejects.toThrow('unit.not-empty');
  });
});

describe('people', () => {
  it('get a first password, shown once, and are found by name, unit and role', async () => {
    const { person, oneTimePassword } = await admin.post<AddedPerson>(
      '/people',
      {
        ...{ name: '陶晓雯', login: 'TaoXiaowen', email: 'tao@example.com', phone: '' },
        positions: [{ unitId: section.id, title: '科长' }],
        roles: [{ unitId: section.id, role: 'liaison' }],
      },
      201,
    );
    expect(person).toMatchObject({
      login: 'taoxiaowen',
      phone: null,
      positions: [{ unitName: '教育科', title: '科长' }],
    });
    expect(oneTimePassword).toMatch(/^(\w{4}-){3}\w{4}$/);
    for (const query of [`q=${encodeURIComponent('晓雯')}`, 'q=TAO@', `unitId=${bureau.id}&role=liaison&active=true`]) {
      const { rows, total } = await admin.get<PersonPage>(`/people?${query}`);
      expect([query, total, rows[0]?.name]).toEqual([query, 1, '陶晓雯']);
    }
    expect(JSON.stringify(await admin.get('/people'))).not.toContain('argon2');
    const assignable = await admin.get<AssignablePerson[]>(`/people/assignable?unitId=${section.id}`);
    expect(assignable).toEqual(
      expect.arrayContaining([{ id: person.id, name: '陶晓雯', unitName: '教育科', title: '科长' }]),
    );
  });

  it('are refused with every wrong field named', async () => {
    const ask = {
      name: ' ',
      login: '张 三',
      email: 'x',
      positions: [{ unitId: 'x', title: '' }],
      roles: [{ role: 'king' }],
    };
    const answer = await admin.send('POST', '/people', ask);
    const { errors } = JSON.parse(answer.body) as { errors: { field: string }[] };
    expect(errors.map(({ field }) => field)).toEqual(
      expect.arrayContaining(['name', 'login', 'email', 'positions.0.unitId', 'positions.0.title', 'roles.0.role']),
    );
    await expect(addPerson('admin', [bureau, 'staff'])).rejects.toThrow('person.login-taken');
    await expect(addPerson('nowhere')).rejects.toThrow('person.nowhere');
  });

  it('are changed by whoever saw their latest version', async () => {
    const { person } = await addPerson('moving', [section, 'staff'], [section, 'staff']);
    expect(person.roles).toHaveLength(1);
    const change = {
      version: person.version,
      name: '许一鸣',
      email: null,
      roles: [{ unitId: street.id, role: 'liaison' }],
      positions: [{ unitId: street.id, title: '党政办主任' }],
    };
    const changed = await admin.patch<PersonView>(`/people/${person.id}`, change);
    expect(changed).toMatchObject({ name: '许一鸣', roles: [{ unitName: '青石街道', role: 'liaison' }] });
    await expect(admin.patch(`/people/${person.id}`, change)).rejects.toThrow('person.changed');
    const nothing = { version: changed.version, roles: [], positions: [] };
    await expect(admin.patch(`/people/${person.id}`, nothing)).rejects.toThrow('person.nowhere');
    const again = {
      ...change,
      version: changed.version,
      positions: [...change.positions, { unitId: street.id, title: '主任' }],
    };
    const kept = await admin.patch<PersonView>(`/people/${person.id}`, again);
    expect(kept.positions).toEqual(expect.arrayContaining(changed.positions));
    expect((await historyOf(person.id)).map(({ action }) => action)).toEqual(['create', 'change', 'change']);
  });

  it('keep at least one administrator of the whole, even when two remove each other at once', async () => {
    const [me] = (await admin.get<PersonPage>('/people?q=admin&role=administrator')).rows.filter(
      ({ login }) => login === 'admin',
    );
    await expect(admin.patch(`/people/${me.id}`, { version: me.version, active: false })).rejects.toThrow(
      'person.last-administrator',
    );
    const [east, west] = [
      await addPerson('east', [root, 'administrator']),
      await addPerson('west', [root, 'administrator']),
    ];
    const clients = [
      await application.signIn('east', east.oneTimePassword),
      await application.signIn('west', west.oneTimePassword),
    ];
    await clients[0].patch(`/people/${me.id}`, {
      version: me.version,
      roles: [{ unitId: root.id, role: 'supervisor' }],
    });
    const others = (await clients[0].get<PersonPage>('/people?role=administrator')).rows;
    const answers = await Promise.all(
      ['west', 'east'].map((login, index) => {
        const { id, version } = others.find((one) => one.login === login) as PersonView;
        return clients[index].send('PATCH', `/people/${id}`, { version, active: false });
      }),
    );
    expect(answers.filter(({ statusCode }) => statusCode === 200)).toHaveLength(1);
    const survivor = clients[answers[0].statusCode === 200 ? 0 : 1];
    const [again] = (await survivor.get<PersonPage>('/people?q=admin&role=supervisor')).rows;
    const roles = ['supervisor', 'administrator'].map((role) => ({ unitId: root.id, role }));
    await survivor.patch(`/people/${again.id}`, { version: again.version, roles });
  });

  it('turn over the pages of a list without losing or repeating anybody', async () => {
    for (let n = 0; n < 5; n++) await addPerson(`page-${n}`, [street, 'staff']);
    const all = await admin.get<PersonPage>(`/people?unitId=${street.id}`);
    const ids: string[] = [];
    for (let cursor: string | null = ''; cursor !== null;) {
      const page: PersonPage = await admin.get(
        `/people?unitId=${street.id}&limit=2${cursor ? `&cursor=${cursor}` : ''}`,
      );
      ids.push(...page.rows.map(({ id }) => id));
      cursor = page.nextCursor;
    }
    expect(ids).toEqual(all.rows.map(({ id }) => id));
    await expect(admin.get('/people?cursor=nonsense')).rejects.toThrow('list.cursor');
  });
});

describe('an administrator of a sub-tree', () => {
  it('sees and changes his own units and people only', async () => {
    expect((await local.get<UnitView[]>('/units')).map(({ name }) => name)).toEqual(['区教育局', '教育科']);
    const ask = (parent: UnitView) => local.send('POST', '/units', { parentId: parent.id, name: '新科室' });
    expect((await ask(street)).statusCode).toBe(404);
    expect((await ask(root)).statusCode).toBe(404);
    expect((await ask(section)).statusCode).toBe(201);
    await expect(local.patch(`/units/${street.id}`, { version: 1, name: '我的街道' })).rejects.toThrow('unit.unknown');
    const { person } = await addPerson('of-street', [street, 'staff']);
    await expect(local.patch(`/people/${person.id}`, { version: 1, name: '我' })).rejects.toThrow('person.unknown');
    await expect(local.post(`/people/${person.id}/password-reset`)).rejects.toThrow('person.unknown');
    expect((await local.get<PersonPage>('/people?q=of-street')).total).toBe(0);
  });

  it('grants roles in his own units only', async () => {
    const ask = (unit: UnitView, login: string) =>
      local.send('POST', '/people', {
        name: '某人',
        login,
        positions: [],
        roles: [{ unitId: unit.id, role: 'administrator' }],
      });
    expect((await ask(root, 'climber')).statusCode).toBe(404);
    expect((await ask(section, 'deputy')).statusCode).toBe(201);
    const [me] = (await local.get<PersonPage>('/people?q=local-admin')).rows;
    const higher = { version: me.version, roles: [{ unitId: root.id, role: 'administrator' }] };
    await expect(local.patch(`/people/${me.id}`, higher)).rejects.toThrow('unit.unknown');
  });

  it('cannot take over somebody who has roles elsewhere, but may give him work in his own units', async () => {
    const { person } = await addPerson('powerful', [root, 'supervisor'], [section, 'staff']);
    await expect(local.post(`/people/${person.id}/password-reset`)).rejects.toThrow('person.managed-elsewhere');
    for (const change of [{ login: 'mine' }, { active: false }, { email: 'mine@example.com' }]) {
      const answer = local.patch(`/people/${person.id}`, { version: person.version, ...change });
      await expect(answer).rejects.toThrow('person.managed-elsewhere');
    }
    const roles = [{ unitId: section.id, role: 'liaison' }];
    const changed = await local.patch<PersonView>(`/people/${person.id}`, {
      version: person.version,
      name: person.name,
      roles,
    });
    expect(changed.roles.map(({ unitName, role }) => `${unitName} ${role}`).sort()).toEqual([
      '教育科 liaison',
      '本单位 supervisor',
    ]);
  });

  it('is not asked to manage anything by roles that do not', async () => {
    const { oneTimePassword } = await addPerson('reader', [root, 'auditor']);
    const reader = await application.signIn('reader', oneTimePassword);
    expect((await reader.get<UnitView[]>('/units')).length).toBeGreaterThan(3);
    await expect(reader.post('/units', { parentId: root.id, name: '新单位' })).rejects.toThrow('session.not-permitted');
  });
});
