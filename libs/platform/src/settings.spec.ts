import { readSettings, Settings, SETTINGS, SettingsError } from './settings';

describe('settings', () => {
  it('have defaults for a first start', () => {
    expect(readSettings({})).toEqual({ ...new Settings() });
    expect(readSettings({ PORT: ' ', DATABASE_URL: '' })).toMatchObject({ port: 3000 });
  });

  it('are typed', () => {
    const env = { PORT: '8080', DATABASE_URL: 'postgres://u:p@db:5432/luoshi', REDIS_URL: 'redis://r:6379' };
    expect(readSettings(env)).toMatchObject({ port: 8080, databaseUrl: env.DATABASE_URL, redisUrl: env.REDIS_URL });
  });

  it.each([
    ['PORT', '80a'],
    ['PORT', '70000'],
    ['DATABASE_URL', 'mysql://x'],
    ['REDIS_URL', 'localhost'],
    ['SMTP_URL', 'mail.example.com'],
    ['SMTP_CONNECTIONS', '0'],
    ['MAIL_RATE', '0.5'],
    ['PUBLIC_URL', 'luoshi.example.com'],
    ['WEBHOOK_ALLOW_PRIVATE', 'yes'],
    ['TIME_ZONE', 'Asia/Peking2'],
    ['LOG_LEVEL', 'loud'],
  ])('name %s=%s and say what is expected', (variable, value) => {
    expect(() => readSettings({ [variable]: value })).toThrow(SettingsError);
    expect(() => readSettings({ [variable]: value })).toThrow(`${variable}=${value}：`);
  });

  it('have each one variable', () => {
    const variables = Object.values(SETTINGS).map(({ variable }) => variable);
    expect(new Set(variables).size).toBe(variables.length);
  });
});
