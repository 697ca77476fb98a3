import { createHmac, timingSafeEqual } from 'node:crypto';

/** What a link was made for; a link of one purpose is no link of another. */
export type LinkPurpose = 'progress' | 'unsubscribe';

/** `EXPIRY.PART.….SIGNATURE`: the expiry in seconds since 1970, base 36; HMAC-SHA256 over the purpose and all before it. */
export function signToken(key: Buffer, purpose: LinkPurpose, parts: readonly string[], expiresAt: Date): string {
  if (!parts.every((part) => /^[\w-]+$/.test(part))) throw new Error('a part of a token that addresses cannot carry');
  const said = [Math.floor(expiresAt.getTime() / 1000).toString(36), ...parts].join('.');
  return `${said}.${signature(key, purpose, said)}`;
}

/** The parts of a token and until when it holds; null when it was not made with this key for this purpose. */
export function readToken(
  key: Buffer,
  purpose: LinkPurpose,
  token: string,
): { parts: string[]; expiresAt: Date } | null {
  const end = token.lastIndexOf('.');
  const said = token.slice(0, Math.max(0, end));
  // Compared as written: the same bytes can be written in several ways, and each would be another link to a limiter.
  const given = Buffer.from(token.slice(end + 1));
  const right = Buffer.from(signature(key, purpose, said));
  if (given.length !== right.length || !timingSafeEqual(given, right)) return null;
  const [expiry, ...parts] = said.split('.');
  return { parts, expiresAt: new Date(parseInt(expiry, 36) * 1000) };
}

const signature = (key: Buffer, purpose: LinkPurpose, said: string): string =>
  createHmac('sha256', key).update(`${purpose}\n${said}`).digest('base64url');
