import type { DynamicModule } from '@nestjs/common';
import { LoggerModule } from 'nestjs-pino';
import type { Settings } from './settings';

/** Calendar programs can send their token in the address only. */
const withoutToken = (url: string) => url.replace(/(\/feed\/)[^/?]+/, '$1…');

/** Structured logs on standard output; cookies, passwords and tokens never get into them. */
export function logging(settings: Settings): DynamicModule {
  return LoggerModule.forRoot({
    pinoHttp: {
      level: settings.logLevel,
      serializers: { req: (request: { url: string }) => ({ ...request, url: withoutToken(request.url) }) },
      redact: ['req.headers.authorization', 'req.headers.cookie', 'res.headers["set-cookie"]'],
      autoLogging: { ignore: (request) => !request.url?.startsWith('/api/') || request.url === '/api/v1/health' },
    },
  });
}
