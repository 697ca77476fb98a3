import { randomBytes } from 'node:crypto';
import { readToken, signToken } from './signed-token';

const key = randomBytes(32);
const expiresAt = new Date('2026-12-09T08:00:00.000Z');
const parts = ['f2a1-11', 'b3c4_22'];
const token = signToken(key, 'progress', parts, expiresAt);

it('reads what it has signed', () => {
  expect(readToken(key, 'progress', token)).toEqual({ parts, expiresAt });
  expect(token).toMatch(/^[\w.-]+$/);
});

it.each<[string, string]>([
  ['another part', token.replace('f2a1', 'f2a2')],
  ['a later expiry', token.replace(/^\w+/, (expiry) => (parseInt(expiry, 36) + 60).toString(36))],
  ['a part more', token.replace('b3c4_22', 'b3c4_22.x')],
  ['the parts in another order', token.replace(parts.join('.'), parts.toReversed().join('.'))],
  ['another signature', token.slice(0, -4) + (token.endsWith('AAAA') ? 'BBBB' : 'AAAA')],
  ['a cut signature', token.slice(0, -4)],
  ['the signature written otherwise', `${token}=`],
  ['no signature', token.slice(0, token.lastIndexOf('.') + 1)],
  ['nothing', ''],
])('refuses %s', (_, forged) => expect(readToken(key, 'progress', forged)).toBeNull());

it('keeps purposes and keys apart', () => {
  expect(readToken(key, 'unsubscribe', token)).toBeNull();
  expect(readToken(randomBytes(32), 'progress', token)).toBeNull();
});

it('signs nothing that an address cannot carry', () => {
  expect(() => signToken(key, 'progress', ['a.b'], expiresAt)).toThrow('cannot carry');
});
