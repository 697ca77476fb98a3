import 'reflect-metadata';
import type { INestApplicationContext, Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { OrganisationModule } from '#organisation/organisation.module';
import { migrate } from '#platform/database';
import { PlatformModule } from '#platform/platform.module';
import { ReportsModule } from '#reports/reports.module';
import { withDatabase } from './running';

/** Runs `work` with the services of the application on its migrated database, and closes everything behind it. `also`: rooms besides. */
export async function withApplication<T>(
  work: (app: INestApplicationContext) => Promise<T>,
  also: Type[] = [],
): Promise<T> {
  const running = await withDatabase('share');
  try {
    await migrate(running.settings.databaseUrl);
    const app = await NestFactory.createApplicationContext(
      {
        module: class Command {},
        imports: [PlatformModule.with(running.settings), OrganisationModule, ReportsModule, ...also],
      },
      { logger: ['error', 'fatal'], abortOnError: false },
    );
    try {
      return await work(app);
    } finally {
      await app.close();
    }
  } finally {
    await running.close();
  }
}
