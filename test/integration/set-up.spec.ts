import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { LoadedExamples, SetUp } from '../../apps/api/src/set-up/set-up.view';
import type { PersonPage } from '../../libs/organisation/src/person.view';
import type { Me } from '../../libs/organisation/src/session.view';
import type { UnitView } from '../../libs/organisation/src/unit.view';
import type { ReportPage } from '../../libs/reports/src/report.view';
import { startApplication, type TestApplication } from '../support/application';

let application: TestApplication;
beforeEach(async () => {
  application = await startApplication();
});
afterEach(() => application?.close());

it('loads the example organisation and its reports into an empty installation, once', async () => {
  const { admin } = application;
  expect(await admin.get<SetUp>('/set-up')).toEqual({ canLoadExamples: true });
  const answers = await Promise.all([1, 2].map(() => admin.send('POST', '/set-up/examples')));
  expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([200, 409]);
  const loaded = JSON.parse(answers[answers[0].statusCode === 200 ? 0 : 1].body) as LoadedExamples;
  expect(await admin.get<SetUp>('/set-up')).toEqual({ canLoadExamples: false });

  const units = await admin.get<UnitView[]>('/units');
  expect(units[0]).toMatchObject({ name: '青岚区', parentId: null });
  expect(units.map(({ name }) => name)).toEqual(expect.arrayContaining(['区教育局', '石桥社区', '临河街道']));
  const { rows } = await admin.get<ReportPage>('/reports');
  expect(rows).toHaveLength(loaded.reports);
  expect(rows.map(({ unitName }) => unitName).sort()).toEqual(['区住房和城乡建设局', '区教育局']);

  expect(loaded.accounts).toHaveLength(14);
  expect(new Set(loaded.accounts.flatMap(({ roles }) => roles))).toEqual(
    new Set(['督办员', '分管领导', '单位联络员', '承办人', '审计员']),
  );
  for (const { login, name } of loaded.accounts) {
    const me = await application.stranger().post<Me>('/session', { login, password: loaded.password });
    expect(me).toMatchObject({ person: { name, email: `${login}@example.com` }, mustChangePassword: true });
  }
  const supervisor = await application.signIn('zhoumingyuan', loaded.password);
  expect((await supervisor.get<ReportPage>('/reports')).total).toBe(loaded.reports);
});

it('offers nothing once there is anybody or anything of one’s own', async () => {
  const { admin } = application;
  const [root] = await admin.get<UnitView[]>('/units');
  await admin.post('/units', { parentId: root.id, name: '自己的单位' }, 201);
  expect(await admin.get<SetUp>('/set-up')).toEqual({ canLoadExamples: false });
  await expect(admin.post('/set-up/examples')).rejects.toThrow('set-up.not-empty');
  expect((await admin.get<PersonPage>('/people')).total).toBe(1);
});

it('comes with a file that anybody may import as well', async () => {
  const bytes = readFileSync(join(__dirname, '../../examples/organisation.xlsx'));
  const answer = await application.admin.upload('/organisation/imports', 'organisation.xlsx', bytes, {
    mode: 'preview',
  });
  expect(JSON.parse(answer.body)).toMatchObject({ units: { created: 11 }, people: { created: 14 }, errors: [] });
});
