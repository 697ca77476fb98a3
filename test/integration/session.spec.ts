import { DataSource } from 'typeorm';
import type { Me } from '../../libs/organisation/src/session.view';
import type { AddedPerson } from '../../libs/organisation/src/person.view';
import type { UnitView } from '../../libs/organisation/src/unit.view';
import { FirstAdministrator } from '../../libs/organisation/src/first-administrator';
import { PeopleService } from '../../libs/organisation/src/people.service';
import { startApplication, type TestApplication } from '../support/application';
import type { Answer, Browserless } from '../support/browserless';

const PASSWORD = '十位以上的新密码-2026';

let application: TestApplication;
let admin: Browserless;
let root: UnitView;
let db: DataSource;

const codeOf = (answer: Answer) => `${answer.statusCode} ${(JSON.parse(answer.body) as { code: string }).code}`;

async function addPerson(login: string): Promise<{ id: string; password: string }> {
  const roles = [{ unitId: root.id, role: 'staff' }];
  const made = await admin.post<AddedPerson>('/people', { name: '林知远', login, positions: [], roles }, 201);
  return { id: made.person.id, password: made.oneTimePassword };
}

beforeAll(async () => {
  application = await startApplication();
  admin = application.admin;
  db = application.app.get(DataSource);
  [root] = await admin.get<UnitView[]>('/units');
});
afterAll(() => application?.close());

describe('signing in', () => {
  it('keeps the token in a cookie that scripts and other sites cannot use, and only its hash in the database', async () => {
    const { password } = await addPerson('cookie');
    const answer = await application.stranger().send('POST', '/session', { login: ' Cookie ', password });
    const cookie = String(answer.headers['set-cookie']);
    expect(cookie).toMatch(/^luoshi_session=[\w-]{43};/);
    expect(cookie).toContain('HttpOnly');
    expect(cookie).toContain('SameSite=Lax');
    expect(cookie).toContain('Path=/');
    expect(cookie).not.toContain('Secure');
    const token = cookie.split(/[=;]/)[1];
    const kept = await db.query<{ all: string }[]>('SELECT s::text AS all FROM session s');
    expect(kept.map((row) => row.all).join()).not.toContain(token);
  });

  it('says the same of a wrong password, an unknown login and a person who left', async () => {
    const gone = await addPerson('gone');
    await admin.patch(`/people/${gone.id}`, { version: 1, active: false });
    const { password } = await addPerson('present');
    const answers = await Promise.all(
      [
        { login: 'present', password: 'wrong' },
        { login: 'nobody', password },
        { login: 'gone', password: gone.password },
      ].map((ask) => application.stranger().send('POST', '/session', ask)),
    );
    expect(answers.map(codeOf)).toEqual(Array<string>(3).fill('401 session.wrong-password'));
    expect(new Set(answers.map(({ body }) => body)).size).toBe(1);
    expect(answers.map(({ headers }) => headers['set-cookie'])).toEqual([undefined, undefined, undefined]);
  });

  it('stops guessing after eight attempts, the right password included, until the administrator resets it', async () => {
    const { id, password } = await addPerson('guessed');
    const guess = (word: string) =>
      application.stranger().send('POST', '/session', { login: 'guessed', password: word });
    for (let attempt = 1; attempt <= 8; attempt++) {
      expect(codeOf(await guess(`guess ${attempt}`))).toBe('401 session.wrong-password');
    }
    const refused = await guess(password);
    expect(codeOf(refused)).toBe('429 session.too-many-attempts');
    expect(refused.body).toMatch(/请 \d+ 分钟后再试/);
    await application.signIn('present-too', (await addPerson('present-too')).password);

    const { oneTimePassword } = await admin.post<{ oneTimePassword: string }>(`/people/${id}/password-reset`);
    expect((await guess(oneTimePassword)).statusCode).toBe(200);
  });

  it('counts failures of an address only, however many people sign in from it', async () => {
    const pointsOf = async () => {
      const rows = await db.query<{ points: number }[]>(
        `SELECT points FROM sign_in_attempt WHERE key LIKE 'address:%'`,
      );
      return rows.map(({ points }) => points);
    };
    const { password } = await addPerson('colleague');
    const before = await pointsOf();
    await application.stranger().post('/session', { login: 'colleague', password });
    expect(await pointsOf()).toEqual(before);
    await application.stranger().send('POST', '/session', { login: 'colleague', password: 'wrong' });
    expect(await pointsOf()).toEqual([before[0] + 1]);
  });

  it('refuses a login that PostgreSQL could not even store', async () => {
    const answer = await application.stranger().send('POST', '/session', { login: 'a\u0000b', password: 'x\u0000y' });
    expect(codeOf(answer)).toBe('422 input.invalid');
  });
});

describe('the first password', () => {
  it('opens nothing but its own change', async () => {
    const { password } = await addPerson('newcomer');
    const client = application.stranger();
    const me = await client.post<Me>('/session', { login: 'newcomer', password });
    expect(me).toMatchObject({ mustChangePassword: true, person: { login: 'newcomer' } });
    for (const path of ['/units', '/tasks', '/people', '/overview']) {
      expect(codeOf(await client.send('GET', path))).toBe('403 session.must-change-password');
    }
    expect(await client.get<Me>('/session')).toMatchObject({ mustChangePassword: true });
    const changed = await client.post<Me>('/session/password', { current: password, next: PASSWORD });
    expect(changed).toMatchObject({ mustChangePassword: false, roles: [{ role: 'staff', unitId: root.id }] });
    await client.get('/units');
  });

  it.each([
    ['短密码', '至少 10 位'],
    ['aaaaaaaaaaaa', '重复字符'],
    ['weakling-1', '登录名'],
  ])('is not changed to %s', async (next, why) => {
    const login = 'weakling';
    const known = await db.query<{ id: string }[]>('SELECT id FROM person WHERE login = $1', [login]);
    const { id } = known.length > 0 ? known[0] : await addPerson(login);
    const { oneTimePassword } = await admin.post<{ oneTimePassword: string }>(`/people/${id}/password-reset`);
    const client = application.stranger();
    await client.post('/session', { login, password: oneTimePassword });
    const answer = await client.send('POST', '/session/password', { current: oneTimePassword, next });
    expect(codeOf(answer)).toBe('422 password.weak');
    expect(answer.body).toContain(why);
    const same = await client.send('POST', '/session/password', { current: oneTimePassword, next: oneTimePassword });
    expect(same.body).toContain('不能与原密码相同');
    const wrong = await client.send('POST', '/session/password', { current: 'not it', next: PASSWORD });
    expect(codeOf(wrong)).toBe('422 password.wrong');
    expect(await client.get<Me>('/session')).toMatchObject({ mustChangePassword: true });
  });

  it('is one for the first administrator, even when two processes start at once', async () => {
    const fresh = await startApplication();
    try {
      expect(await fresh.app.get(FirstAdministrator).ensure()).toBeNull();
      await fresh.app.get(DataSource).query('TRUNCATE person, unit CASCADE');
      const first = await Promise.all([1, 2, 3].map(() => fresh.app.get(FirstAdministrator).ensure()));
      const made = first.filter((one) => one !== null);
      expect(made).toEqual([{ login: 'admin', password: expect.stringMatching(/^([a-z2-9]{4}-){3}[a-z2-9]{4}$/) }]);
      const me = await fresh.stranger().post<Me>('/session', made[0]);
      expect(me.roles.map(({ role, unitName }) => `${unitName} ${role}`)).toEqual([
        '本单位 administrator',
        '本单位 supervisor',
      ]);
    } finally {
      await fresh.close();
    }
  });

  it('can be set at the server for whoever forgot his own', async () => {
    const { password } = await addPerson('forgetful');
    const client = await application.signIn('forgetful', password);
    const reset = await application.app.get(PeopleService).resetAtServer('forgetful');
    expect(codeOf(await client.send('GET', '/session'))).toBe('401 session.none');
    const again = { login: 'forgetful', password: reset?.oneTimePassword };
    expect(await application.stranger().post<Me>('/session', again)).toMatchObject({ mustChangePassword: true });
    expect(await application.app.get(PeopleService).resetAtServer('nobody')).toBeNull();
  });
});

describe('a session', () => {
  const sessionsOf = (login: string) =>
    db.query<unknown[]>('SELECT 1 FROM session s JOIN person p ON p.id = s.person_id WHERE p.login = $1', [login]);
  const age = (login: string, column: string, interval: string) =>
    db.query(
      `UPDATE session SET ${column} = ${column} - $1::interval WHERE person_id = (SELECT id FROM person WHERE login = $2)`,
      [interval, login],
    );

  it('ends after 12 hours without a request, and a request renews it', async () => {
    const client = await application.signIn('idle', (await addPerson('idle')).password);
    await age('idle', 'last_seen_at', '11 hours 55 minutes');
    await client.get('/session');
    await age('idle', 'last_seen_at', '11 hours 55 minutes');
    await client.get('/session');
    await age('idle', 'last_seen_at', '12 hours 5 minutes');
    expect(codeOf(await client.send('GET', '/session'))).toBe('401 session.none');
    await client.post('/session', { login: 'idle', password: 'idle-correct-horse-7' });
    expect(await sessionsOf('idle')).toHaveLength(1);
  });

  it('ends after 7 days in any case', async () => {
    const client = await application.signIn('week', (await addPerson('week')).password);
    await age('week', 'expires_at', '7 days');
    expect(codeOf(await client.send('GET', '/session'))).toBe('401 session.none');
  });

  it('ends by signing out, and a copy of the cookie with it', async () => {
    const { password } = await addPerson('leaver');
    const client = await application.signIn('leaver', password);
    expect(await sessionsOf('leaver')).toHaveLength(1);
    await client.delete('/session');
    expect(await sessionsOf('leaver')).toHaveLength(0);
    expect(codeOf(await client.send('GET', '/session'))).toBe('401 session.none');
  });

  it('ends everywhere else when the password is changed', async () => {
    const { password } = await addPerson('twice');
    const here = await application.signIn('twice', password);
    const there = application.stranger();
    await there.post('/session', { login: 'twice', password: 'twice-correct-horse-7' });
    await here.post('/session/password', { current: 'twice-correct-horse-7', next: PASSWORD });
    await here.get('/session');
    expect(codeOf(await there.send('GET', '/session'))).toBe('401 session.none');
  });

  it('ends when the person is deactivated', async () => {
    const { id, password } = await addPerson('dismissed');
    const client = await application.signIn('dismissed', password);
    const { rows } = await admin.get<{ rows: { version: number }[] }>('/people?q=dismissed');
    await admin.patch(`/people/${id}`, { version: rows[0].version, active: false });
    expect(codeOf(await client.send('GET', '/session'))).toBe('401 session.none');
  });
});

describe('a request from elsewhere', () => {
  const from = (origin: string) =>
    admin.send('POST', '/units', { parentId: root.id, name: `来自${origin}` }, { origin, host: 'luoshi.example.com' });

  it.each(['https://evil.example.com', 'null', 'https://luoshi.example.com.evil.example.com', '不是网址'])(
    'changes nothing: %s',
    async (origin) => expect(codeOf(await from(encodeURI(origin)))).toBe('403 session.foreign-origin'),
  );

  it('of the own page is taken', async () => {
    expect((await from('https://luoshi.example.com')).statusCode).toBe(201);
  });
});
