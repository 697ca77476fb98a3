import { DataSource } from 'typeorm';
import type { UnitView } from '../../libs/organisation/src/unit.view';
import type { PreferenceView } from '../../libs/reminders/src/preferences/preference.view';
import type { UnsubscribeView } from '../../libs/reminders/src/progress-links/link.view';
import { MailLinks } from '../../libs/reminders/src/progress-links/mail-links';
import { SigningKeys } from '../../libs/reminders/src/progress-links/signing-keys';
import { Clock } from '../../libs/platform/src/clock';
import { startApplication, type TestApplication } from '../support/application';
import { addPerson, type SignedIn } from '../support/people';

jest.setTimeout(60_000);

let application: TestApplication;
let db: DataSource;
let zhang: SignedIn;
let li: SignedIn;

beforeAll(async () => {
  application = await startApplication({ PUBLIC_URL: 'https://luoshi.example.com' });
  db = application.app.get(DataSource);
  const [root] = await application.admin.get<UnitView[]>('/units');
  zhang = await addPerson(application, 'zhang', 'staff', root);
  li = await addPerson(application, 'li', 'staff', root);
  await db.query(`UPDATE person SET email = 'zhang@example.com' WHERE id = $1`, [zhang.id]);
});
afterEach(() => jest.restoreAllMocks());
afterAll(() => application?.close());

const NOTHING = { sendHour: null, quietFrom: null, quietTo: null, timeZone: null, declined: [] };
const own = (who: SignedIn) => who.client.get<PreferenceView>('/mail-preference');
const put = (who: SignedIn, body: object) => who.client.send('PUT', '/mail-preference', body);
const changesOf = (id: string) =>
  db.query<{ by: string; changes: object[] }[]>(
    `SELECT actor_name AS by, changes FROM history WHERE subject_id = $1 AND action = 'mail-preference' ORDER BY id`,
    [id],
  );

describe('when one wants his mails', () => {
  it('is as the organisation has it until one says otherwise', async () => {
    expect(await own(zhang)).toEqual({
      ...{ ...NOTHING, usualSendHour: 8, usualTimeZone: 'Asia/Shanghai', address: 'zhang@example.com' },
    });
    expect((await own(li)).address).toBeNull();
  });

  it('is one’s own choice, with quiet hours over midnight and a zone of one’s own', async () => {
    const chosen = { sendHour: 9, quietFrom: 22, quietTo: 7, timeZone: 'Asia/Urumqi', declined: ['before'] };
    const answer = await put(zhang, chosen);
    expect([answer.statusCode, JSON.parse(answer.body)]).toEqual([200, expect.objectContaining(chosen)]);
    expect(await own(zhang)).toMatchObject(chosen);
    expect(await own(li)).toMatchObject(NOTHING);
    await put(zhang, chosen);
    expect(await changesOf(zhang.id)).toEqual([
      {
        by: zhang.name,
        changes: [
          { field: 'sendHour', from: null, to: '9 点' },
          { field: 'quietHours', from: null, to: '22 点至 7 点' },
          { field: 'timeZone', from: null, to: 'Asia/Urumqi' },
          { field: 'declined', from: null, to: '即将到期' },
        ],
      },
    ]);
    await put(zhang, NOTHING);
    expect(await own(zhang)).toMatchObject(NOTHING);
  });

  it.each<[object, string]>([
    [{ sendHour: 24 }, '钟点须为 0 至 23'],
    [{ quietFrom: 22 }, 'preference.quiet-hours'],
    [{ quietFrom: 7, quietTo: 7 }, 'preference.quiet-hours'],
    [{ sendHour: 23, quietFrom: 22, quietTo: 7 }, '发送时间 23 点落在免打扰时段（22 点至 7 点）内'],
    [{ quietFrom: 22, quietTo: 9 }, 'preference.quiet-send-hour'],
    [{ timeZone: 'Asia/Nowhere' }, '没有这个时区'],
    [{ declined: ['overdue'] }, '这类提醒不能退订'],
  ])('refuses %j', async (wrong, words) => {
    const { statusCode, body } = await put(li, { ...NOTHING, ...wrong });
    expect([statusCode, body]).toEqual([422, expect.stringContaining(words)]);
    expect(await own(li)).toMatchObject(NOTHING);
  });
});

describe('the address of List-Unsubscribe', () => {
  const linkFor = ({ id }: SignedIn) => application.app.get(MailLinks).unsubscribeLink(id);
  const pathOf = (link: string) => link.replace('https://luoshi.example.com/api/v1', '');
  const state = (path: string) => application.stranger().get<UnsubscribeView>(`${path}/kinds`);

  it('only shows the page when it is opened', async () => {
    const link = await linkFor(li);
    expect(link).toMatch(/^https:\/\/luoshi\.example\.com\/api\/v1\/unsubscribe\/[\w.-]+$/);
    const answer = await application.stranger().send('GET', pathOf(link));
    expect([answer.statusCode, answer.headers.location]).toEqual([302, pathOf(link)]);
    expect(await state(pathOf(link))).toEqual({ personName: li.name, kinds: ['before'], declined: false });
    expect(await own(li)).toMatchObject(NOTHING);
  });

  it.each<[string, string, string]>([
    ['urlencoded', 'application/x-www-form-urlencoded', 'List-Unsubscribe=One-Click'],
    [
      'as a form',
      'multipart/form-data; boundary=edge',
      '--edge\r\ncontent-disposition: form-data; name="List-Unsubscribe"\r\n\r\nOne-Click\r\n--edge--\r\n',
    ],
  ])('declines with one click of the mail program, sent %s, as often as it comes', async (way, type, body) => {
    await put(li, { ...NOTHING, sendHour: 10 });
    const before = (await changesOf(li.id)).length;
    const path = pathOf(await linkFor(li));
    for (const _ of [1, 2]) {
      const answer = await application.stranger().send('POST', path, body, { 'content-type': type });
      expect([way, answer.statusCode, answer.body]).toEqual([way, 200, expect.stringContaining('"declined":true')]);
    }
    expect(await own(li)).toMatchObject({ sendHour: 10, declined: ['before'] });
    expect((await state(path)).declined).toBe(true);
    expect((await changesOf(li.id)).slice(before)).toEqual([
      { by: `${li.name}（邮件退订）`, changes: [{ field: 'declined', from: null, to: '即将到期' }] },
    ]);
    await put(li, NOTHING);
    expect((await state(path)).declined).toBe(false);
  });

  it('is refused when it is forged, made for something else, or a year old', async () => {
    const links = application.app.get(MailLinks);
    const path = pathOf(await linkFor(li));
    const forged = path.replace(li.id, zhang.id);
    const progress = (await links.progressLink(li.id, li.id)).split('/').at(-1);
    for (const wrong of [forged, `/unsubscribe/${progress}`, '/unsubscribe/nothing']) {
      const answer = await application.stranger().send('POST', wrong);
      expect([wrong, answer.statusCode, answer.body]).toEqual([wrong, 404, expect.stringContaining('link.unknown')]);
    }
    const later = new Date(Date.now() + 366 * 86_400_000);
    jest.spyOn(application.app.get(Clock), 'now').mockReturnValue(later);
    expect((await application.stranger().send('POST', path)).body).toContain('link.expired');
    expect([await changesOf(zhang.id)].flat()).toHaveLength(2);
    expect(
      await db.query('SELECT 1 FROM mail_preference WHERE person_id = $1 AND declined <> $2', [li.id, []]),
    ).toEqual([]);
  });

  it('is signed with one key, whichever process needs it first', async () => {
    await db.query('DELETE FROM signing_key');
    const made = await Promise.all(Array.from({ length: 8 }, () => new SigningKeys(db).key('unsubscribe')));
    expect(new Set(made.map((key) => key.toString('hex'))).size).toBe(1);
    expect(made[0]).toHaveLength(32);
  });
});
