import cookie from '@fastify/cookie';
import helmet from '@fastify/helmet';
import multipart from '@fastify/multipart';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { DocumentBuilder, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';
import type { FastifyInstance } from 'fastify';
import { EntityTags } from './entity-tags.interceptor';
import { ProblemFilter } from './problem.filter';
import { logRequests } from './request-log';
import { validation } from './validation';

/** Bytes of the largest file that is taken. */
export const MAX_FILE_BYTES = 20 * 1024 * 1024;

/** Characters of the longest part of an address: signed links carry ids and a signature. */
const MAX_PART_LENGTH = 300;

/** `trustProxy` is on only when the address people use (PUBLIC_URL) says that a proxy stands in front. */
export const adapter = (trustProxy = false) =>
  new FastifyAdapter({
    ...{ logger: false, trustProxy, bodyLimit: 2 * 1024 * 1024 },
    routerOptions: { maxParamLength: MAX_PART_LENGTH },
  });

export async function configure(app: NestFastifyApplication): Promise<NestFastifyApplication> {
  logRequests(app.getHttpAdapter().getInstance() as unknown as FastifyInstance);
  app.setGlobalPrefix('api/v1');
  app.useGlobalInterceptors(new EntityTags());
  app.useGlobalPipes(validation());
  app.useGlobalFilters(new ProblemFilter());
  await app.register(cookie);
  await app.register(multipart, { limits: { fileSize: MAX_FILE_BYTES, files: 1, fields: 20, fieldSize: 100_000 } });
  await app.register(helmet, {
    contentSecurityPolicy: {
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'"],
        // antd writes its styles at run time.
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", 'data:'],
        objectSrc: ["'none'"],
        frameAncestors: ["'none'"],
        // Plain http on an inner network must keep working.
        upgradeInsecureRequests: null,
      },
    },
    strictTransportSecurity: false,
  });
  return app;
}

export function openapi(app: NestFastifyApplication): OpenAPIObject {
  const about = new DocumentBuilder().setTitle('落实 Luoshi').setVersion('1').setOpenAPIVersion('3.1.0').build();
  return SwaggerModule.createDocument(app, about, { operationIdFactory: (_controller, method) => method });
}
