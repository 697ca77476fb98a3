import type { DynamicModule } from '@nestjs/common';
import { LoggerModule } from 'nestjs-pino';
import type { Settings } from './settings';

/** Structured logs on standard output; cookies and passwords never get into them. */
export function logging(settings: Settings): DynamicModule {
  return LoggerModule.forRoot({
    pinoHttp: {
      level: settings.logLevel,
      redact: ['req.headers.authorization', 'req.headers.cookie', 'res.headers["set-cookie"]'],
      autoLogging: { ignore: (request) => !request.url?.startsWith('/api/') || request.url === '/api/v1/health' },
    },
  });
}
