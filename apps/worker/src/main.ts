import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { Logger } from 'nestjs-pino';
import type { RunningSettings } from '#platform/platform.module';
import { WorkerModule } from './worker.module';

/** Starts the BullMQ workers. Rejects when the database or the queue cannot be reached. */
export async function startWorker(settings: RunningSettings): Promise<{ close(): Promise<void> }> {
  const app = await NestFactory.createApplicationContext(WorkerModule.with(settings), {
    bufferLogs: true,
    abortOnError: false,
  });
  app.useLogger(app.get(Logger));
  return { close: () => app.close() };
}
