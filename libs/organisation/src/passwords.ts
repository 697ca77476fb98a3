import { randomInt } from 'node:crypto';
import { hash, verify } from '@node-rs/argon2';
import { DomainError } from '#platform/domain-error';

/** OWASP Password Storage Cheat Sheet: argon2id (the library's default) with 19 MiB, two passes, one lane. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };
/** A generated password cannot be guessed however fast one tries, and an import makes thousands of them. */
const GENERATED_COST = { memoryCost: 1024, timeCost: 1, parallelism: 1 };
const SHORTEST = 10;
/** Without letters and digits that people confuse when they read them out. */
const READABLE = 'abcdefghjkmnpqrstuvwxyz23456789';

export const hashPassword = (password: string): Promise<string> => hash(password, COST);

export const hashGeneratedPassword = (password: string): Promise<string> => hash(password, GENERATED_COST);

/** Takes as long for a login that does not exist, or never signed in, as for any other. */
export async function verifyPassword(passwordHash: string | null, password: string): Promise<boolean> {
  const right = passwordHash !== null && (await verify(passwordHash, password));
  if (!passwordHash?.includes(`$m=${COST.memoryCost},`)) await verify(await nobody(), password);
  return right;
}
let nobodysHash: Promise<string> | undefined;
const nobody = () => (nobodysHash ??= hashPassword('nobody has this password'));

/** Four groups of four, about 79 bits: k7mf-2xqa-… */
export function oneTimePassword(): string {
  const group = () => Array.from({ length: 4 }, () => READABLE[randomInt(READABLE.length)]).join('');
  return [group(), group(), group(), group()].join('-');
}

/** Throws password.weak with what is wrong. */
export function checkNewPassword(next: string, current: string, login: string): void {
  const wrong =
    next.length < SHORTEST
      ? `新密码至少 ${SHORTEST} 位`
      : next === current
        ? '新密码不能与原密码相同'
        : next.toLowerCase().includes(login.toLowerCase()) && next.length < login.length + 6
          ? '新密码不能只是登录名加几个字符'
          : new Set(next).size < 4
            ? '新密码不能由几个重复字符组成'
            : null;
  if (wrong)
    throw new DomainError('invalid', 'password.weak', `${wrong}，请重新设置。`, [{ field: 'next', message: wrong }]);
}
