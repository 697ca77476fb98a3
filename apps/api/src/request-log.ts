import { Logger } from '@nestjs/common';
import type { FastifyInstance, FastifyReply } from 'fastify';
import type { SignedInRequest } from '#organisation/http/decorators';

/** What is asked every few seconds says nothing. */
const UNLOGGED = '/api/v1/health';

/** A request as it is logged: its route and never its address, which may hold a token or somebody's words. */
export interface RequestLine {
  method: string;
  route: string;
  status: number;
  milliseconds: number;
  personId: string | null;
}

type Asked = Pick<SignedInRequest, 'method' | 'url' | 'actor'> & { routeOptions: { url?: string } };

/** An address as logs of failures may keep it: without the tokens of links, and without the query, which holds somebody's words. */
export const withoutTokens = (url: string): string =>
  url.replace(/\?.*$/s, '').replace(/(\/(?:feed|external|progress|progress-link|unsubscribe)\/)[^/]+/g, '$1…');

/** Null for pages, files and health checks. */
export function requestLine(
  request: Asked,
  { statusCode, elapsedTime }: Pick<FastifyReply, 'statusCode' | 'elapsedTime'>,
): RequestLine | null {
  if (!request.url.startsWith('/api/')) return null;
  const known = request.routeOptions.url;
  if (known === UNLOGGED) return null;
  // The pages' own route answers what no other does.
  const route = known?.startsWith('/api/') ? known : 'unknown';
  return {
    ...{ method: request.method, route, status: statusCode, milliseconds: Math.round(elapsedTime) },
    personId: request.actor?.personId ?? null,
  };
}

/** Logs every request to the API once, when its answer is out. Call it before there are routes. */
export function logRequests(fastify: FastifyInstance): void {
  const logger = new Logger('request');
  fastify.addHook('onResponse', async (request, reply) => {
    const line = requestLine(request, reply);
    if (line) logger.log(line);
  });
}
