import { checkNewPassword, hashGeneratedPassword, hashPassword, oneTimePassword, verifyPassword } from './passwords';

it('are hashed with argon2id, chosen ones at the cost OWASP asks for', async () => {
  expect(await hashPassword('正确的马 电池 订书钉')).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  expect(await hashPassword('same')).not.toBe(await hashPassword('same'));
});

it('are verified whatever they cost, and nobody has one', async () => {
  for (const hash of [hashPassword, hashGeneratedPassword]) {
    expect(await verifyPassword(await hash('正确'), '正确')).toBe(true);
    expect(await verifyPassword(await hash('正确'), '错误')).toBe(false);
  }
  expect(await verifyPassword(null, 'nobody has this password')).toBe(false);
});

it('for one time are readable and never the same', () => {
  const many = Array.from({ length: 1000 }, oneTimePassword);
  expect(new Set(many).size).toBe(1000);
  for (const one of many) expect(one).toMatch(/^([a-hjkmnp-z2-9]{4}-){3}[a-hjkmnp-z2-9]{4}$/);
});

it.each([
  ['九个字符的密码啊', '至少 10 位'],
  ['former-password', '不能与原密码相同'],
  ['linzhiyuan123', '登录名'],
  ['1212121212', '重复字符'],
])('chosen as %s are refused', (next, why) => {
  expect(() => checkNewPassword(next, 'former-password', 'linzhiyuan')).toThrow(why);
});

it.each(['青山-流水-2026-春', 'linzhiyuan-likes-long-walks'])('chosen as %s are taken', (next) => {
  expect(() => checkNewPassword(next, 'former-password', 'linzhiyuan')).not.toThrow();
});
