import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type {} from '@fastify/cookie';
import { DomainError } from '#platform/domain-error';
import { Settings } from '#platform/settings';
import { SessionsService } from '../sessions.service';
import { ADMISSION, type Admission, type SignedInRequest } from './decorators';

export const SESSION_COOKIE = 'luoshi_session';
const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);

/** Decides for every route who may use it. */
@Injectable()
export class SessionGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly sessions: SessionsService,
    private readonly settings: Settings,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const targets = [context.getHandler(), context.getClass()];
    const admission = this.reflector.getAllAndOverride<Admission | undefined>(ADMISSION, targets);
    const request = context.switchToHttp().getRequest<SignedInRequest>();
    this.refuseForeignOrigin(request);
    if (admission === undefined) throw new DomainError('forbidden', 'route.closed', '这个地址不对外开放。');
    if (admission === 'public') return true;

    const token = request.cookies[SESSION_COOKIE];
    const actor = token === undefined ? null : await this.sessions.actor(token);
    if (!actor) throw new DomainError('unauthenticated', 'session.none', '您还没有登录，或登录已过期，请重新登录。');
    request.actor = actor;
    if (admission === 'changing-password') return true;
    if (actor.mustChangePassword) {
      throw new DomainError('forbidden', 'session.must-change-password', '首次登录请先修改密码。');
    }
    if (admission !== 'any-person' && !actor.may(admission.may)) {
      throw new DomainError('forbidden', 'session.not-permitted', '您没有这项操作的权限，如有需要请联系管理员。');
    }
    return true;
  }

  /** A page of another site must not make a signed-in browser change anything here. */
  private refuseForeignOrigin({ method, headers }: SignedInRequest): void {
    const { origin, host } = headers;
    if (SAFE.has(method) || origin === undefined || origin === this.settings.publicUrl) return;
    if (!URL.canParse(origin) || new URL(origin).host !== host) {
      throw new DomainError(
        'forbidden',
        'session.foreign-origin',
        '请求来自其他网站，已拒绝。请在本系统的页面中操作。',
      );
    }
  }
}
