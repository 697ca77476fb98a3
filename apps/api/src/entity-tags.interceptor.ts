import { Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { tap, type Observable } from 'rxjs';
import { DomainError } from '#platform/domain-error';

const TAG = /^(?:W\/)?"(\d{1,9})"$/;

/**
 * RFC 9110 §8.8.3 and §13.1.1: what has a version is answered with it as `ETag`, and an edit may name the version that was
 * seen by `If-Match` instead of the field `version` of its body.
 */
@Injectable()
export class EntityTags implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const http = context.switchToHttp();
    takeSeenVersion(http.getRequest<FastifyRequest>());
    const reply = http.getResponse<FastifyReply>();
    return next.handle().pipe(
      tap((answer: unknown) => {
        if (hasVersion(answer)) void reply.header('etag', `"${answer.version}"`);
      }),
    );
  }
}

function takeSeenVersion(request: FastifyRequest): void {
  const given = request.headers['if-match'];
  if (given === undefined || given === '*') return;
  const tag = TAG.exec(given);
  const body = (request.body ??= {}) as { version?: unknown };
  if (!tag || typeof body !== 'object' || (body.version !== undefined && body.version !== Number(tag[1]))) {
    const message = '请求头 If-Match 不是所见内容的版本号（形如 "3"），或与提交的 version 不一致。';
    throw new DomainError('invalid', 'input.if-match', message);
  }
  body.version = Number(tag[1]);
}

const hasVersion = (answer: unknown): answer is { version: number } =>
  typeof answer === 'object' && answer !== null && 'version' in answer && typeof answer.version === 'number';
