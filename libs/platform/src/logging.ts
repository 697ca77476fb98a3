import type { DynamicModule } from '@nestjs/common';
import { LoggerModule } from 'nestjs-pino';
import type { Settings } from './settings';

/**
 * Structured logs on standard output. Of a request they carry its number only: addresses hold tokens, headers hold cookies.
 * The line about the request itself is written by the API, which knows the route and the person (`request-log.ts`).
 */
export function logging(settings: Settings): DynamicModule {
  return LoggerModule.forRoot({
    pinoHttp: { level: settings.logLevel, autoLogging: false, quietReqLogger: true },
  });
}
