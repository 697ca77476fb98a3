import 'reflect-metadata';
import { writeFileSync } from 'node:fs';
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { readSettings } from '#platform/settings';
import { AppModule } from './app.module';
import { adapter, configure, openapi } from './bootstrap';

/** Writes the OpenAPI description to the file given as first argument; no database is needed. */
async function main(target: string): Promise<void> {
  const settings = { ...readSettings({}), databaseUrl: 'postgres://not-connected/' };
  const app = await NestFactory.create<NestFastifyApplication>(AppModule.with(settings), adapter(), {
    preview: true,
    logger: ['error'],
    abortOnError: false,
  });
  await configure(app);
  writeFileSync(target, `${JSON.stringify(openapi(app), null, 1)}\n`);
  process.exit(0);
}

void main(process.argv[2]);
