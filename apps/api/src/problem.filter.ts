import { Catch, HttpException, HttpStatus, Logger, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { EntityNotFoundError, OptimisticLockVersionMismatchError, QueryFailedError } from 'typeorm';
import { DomainError, REFUSALS, type FieldError } from '#platform/domain-error';
import type { DeedSince } from '#platform/history-since';
import { withoutTokens } from './request-log';

/** An RFC 9457 problem as every refusal of the API is answered. */
export interface Problem {
  type: 'about:blank';
  title: string;
  status: number;
  code: string;
  detail: string;
  errors?: FieldError[];
  since?: DeedSince[];
}

const TITLES: Record<number, string> = {
  400: '请求有误',
  401: '请先登录',
  403: '没有权限',
  404: '没有找到',
  409: '与现状冲突',
  413: '文件过大',
  415: '不支持的格式',
  422: '内容有误',
  429: '操作过于频繁',
  500: '系统内部错误',
};

function problem(status: number, code: string, detail: string, errors?: FieldError[]): Problem {
  const title = TITLES[status] ?? '请求未能完成';
  return { type: 'about:blank', title, status, code, detail, ...(errors?.length ? { errors } : {}) };
}

/** PostgreSQL's own words for a value that no column of that type can hold, a full disk and a lost connection. */
const DATABASE_PROBLEMS: Record<string, Problem> = {
  '40P01': problem(409, 'row.busy', '同时有其他操作在修改相同的内容，本次没有执行。请重试。'),
  '22P02': problem(422, 'input.malformed', '提交的内容格式不正确，请检查后重试。'),
  '22P05': problem(422, 'input.character', '提交的文字中有无法保存的字符（空字符），请删除后重试。'),
  '22021': problem(422, 'input.character', '提交的文字中有无法保存的字符（空字符），请删除后重试。'),
  '53100': problem(503, 'server.disk-full', '服务器磁盘已满，内容没有保存。请通知管理员清理磁盘后重试。'),
};

/** Fastify's refusals of a body that it could not take. */
const TRANSPORT_PROBLEMS: Record<string, Problem> = {
  FST_REQ_FILE_TOO_LARGE: problem(
    413,
    'document.too-large',
    '文件超过 20 MB，未导入。请拆分或删去文件中的图片后重试。',
  ),
  FST_FILES_LIMIT: problem(413, 'document.too-many', '一次只能上传一个文件，请逐个上传。'),
  FST_ERR_CTP_BODY_TOO_LARGE: problem(413, 'input.too-large', '提交的内容过大，请删减后重试。'),
  FST_INVALID_MULTIPART_CONTENT_TYPE: problem(415, 'input.not-multipart', '请以文件上传的方式提交。'),
  FST_ERR_CTP_INVALID_MEDIA_TYPE: problem(415, 'input.media-type', '不支持这种提交格式，请用 JSON 提交。'),
  FST_ERR_CTP_INVALID_JSON_BODY: problem(400, 'input.malformed', '提交的 JSON 内容不完整，请检查后重试。'),
  FST_ERR_CTP_EMPTY_JSON_BODY: problem(400, 'input.malformed', '提交的内容是空的。'),
};

/** Turns every failure into `application/problem+json` with a stable code and a Chinese sentence. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly logger = new Logger('api');

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const reply = http.getResponse<FastifyReply>();
    const answer = this.problemOf(error);
    if (answer.status >= 500) {
      const request = http.getRequest<FastifyRequest>();
      this.logger.error(
        `${request.method} ${withoutTokens(request.url)}: ${error instanceof Error ? error.stack : String(error)}`,
      );
    }
    void reply.status(answer.status).type('application/problem+json; charset=utf-8').send(JSON.stringify(answer));
  }

  private problemOf(error: unknown): Problem {
    if (error instanceof DomainError) {
      const answer = problem(REFUSALS[error.refusal], error.code, error.message, error.errors);
      return error.since.length > 0 ? { ...answer, since: error.since } : answer;
    }
    if (error instanceof OptimisticLockVersionMismatchError) {
      return problem(409, 'row.changed', '内容刚刚被其他人修改过，请刷新后再操作。');
    }
    if (error instanceof EntityNotFoundError) return problem(404, 'row.unknown', '没有找到这条记录，它可能已被删除。');
    if (error instanceof QueryFailedError) {
      const known = DATABASE_PROBLEMS[String((error.driverError as { code?: unknown }).code)];
      if (known) return known;
    }
    const code = (error as { code?: unknown } | null)?.code;
    if (typeof code === 'string' && TRANSPORT_PROBLEMS[code]) return TRANSPORT_PROBLEMS[code];
    if (error instanceof HttpException) return httpProblem(error);
    return problem(500, 'server.error', '系统内部错误，操作没有完成。请稍后重试；如仍失败，请联系管理员。');
  }
}

function httpProblem(error: HttpException): Problem {
  const status = error.getStatus();
  if (status === HttpStatus.NOT_FOUND) return problem(404, 'route.unknown', '没有这个地址。');
  return problem(status, `http.${status}`, error.message);
}
