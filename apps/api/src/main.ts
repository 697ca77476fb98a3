import { existsSync } from 'node:fs';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { SwaggerModule } from '@nestjs/swagger';
import type { FastifyInstance } from 'fastify';
import { Logger } from 'nestjs-pino';
import type { RunningSettings } from '#platform/platform.module';
import { AppModule } from './app.module';
import { adapter, configure, openapi } from './bootstrap';

/** The web application as Vite built it: `dist/web` beside `dist/apps`. */
const WEB = join(__dirname, '..', '..', '..', 'web');

/** A part of an older build that is gone is told as missing: a page in its place would be taken for a broken script. */
const NO_PAGES = /^\/(api|assets)\//;

/** Serves the built pages; every address that is neither a file nor the API is the web's own route. */
async function serveWeb(app: NestFastifyApplication): Promise<void> {
  if (!existsSync(join(WEB, 'index.html'))) return;
  const fastify = app.getHttpAdapter().getInstance() as FastifyInstance;
  // In a scope of its own: the queues' page brings files of its own.
  await fastify.register(async (pages) => {
    await pages.register(fastifyStatic, {
      root: WEB,
      wildcard: false,
      // Packed at the build: .br and .gz lie beside each file.
      preCompressed: true,
      // File names under assets/ carry a hash of their content.
      setHeaders: (reply, path) => {
        reply.header('cache-control', path.includes('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache');
      },
    });
    pages.get('/*', (request, reply) =>
      NO_PAGES.test(request.url) ? reply.callNotFound() : reply.sendFile('index.html'),
    );
  });
}

/** Starts the HTTP server, with the modules `also` in the same process. Rejects when the port is taken or the database is out of reach. */
export async function startApi(
  settings: RunningSettings,
  also: Type[] = [],
): Promise<{ url: string; close(): Promise<void> }> {
  const https = settings.publicUrl?.startsWith('https:') ?? false;
  const app = await NestFactory.create<NestFastifyApplication>(AppModule.with(settings, also), adapter(https), {
    bufferLogs: true,
    abortOnError: false,
  });
  try {
    app.useLogger(app.get(Logger));
    await configure(app);
    await serveWeb(app);
    SwaggerModule.setup('api/docs', app, () => openapi(app));
    await app.listen(settings.port, settings.host);
  } catch (error) {
    await app.close();
    throw error;
  }
  return { url: await app.getUrl(), close: () => app.close() };
}
