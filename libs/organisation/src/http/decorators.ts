import { createParamDecorator, SetMetadata, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { Actor } from '../actor';
import type { Permission } from '../role';

/** Who may use a route. A route that says nothing is refused. */
export type Admission = 'public' | 'changing-password' | 'any-person' | { may: Permission };
export const ADMISSION = 'luoshi:admission';

export interface SignedInRequest extends FastifyRequest {
  actor?: Actor;
}

/** Needs no session. */
export const Public = () => SetMetadata(ADMISSION, 'public' satisfies Admission);
/** For any signed-in person; what he sees there is decided by his scope. */
export const AnyPerson = () => SetMetadata(ADMISSION, 'any-person' satisfies Admission);
/** Also for a person who still has to change the first password. */
export const EvenBeforePasswordChange = () => SetMetadata(ADMISSION, 'changing-password' satisfies Admission);
/** For people who hold the permission in at least one unit. */
export const May = (permission: Permission) => SetMetadata(ADMISSION, { may: permission } satisfies Admission);

/** The person who sent the request. */
export const Me = createParamDecorator((_: unknown, context: ExecutionContext): Actor => {
  const { actor } = context.switchToHttp().getRequest<SignedInRequest>();
  if (!actor) throw new Error('@Me() on a public route');
  return actor;
});
