import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { AppModule } from '../../apps/api/src/app.module';
import { adapter, configure } from '../../apps/api/src/bootstrap';
import { FirstAdministrator } from '../../libs/organisation/src/first-administrator';
import type { RunningSettings } from '../../libs/platform/src/platform.module';
import { readSettings } from '../../libs/platform/src/settings';
import { Browserless } from './browserless';
import { createTestDatabase } from './database';

/** The whole application on a database of its own, spoken to over HTTP without a network. */
export interface TestApplication {
  app: NestFastifyApplication;
  settings: RunningSettings;
  /** Signed in as the first administrator, first password already changed. */
  admin: Browserless;
  /** Somebody who is not signed in. */
  stranger(): Browserless;
  /** Signs in with a first password and changes it. */
  signIn(login: string, password: string): Promise<Browserless>;
  close(): Promise<void>;
}

export async function startApplication(env: Record<string, string> = {}): Promise<TestApplication> {
  const settings = { ...readSettings({ LOG_LEVEL: 'error', ...env }), databaseUrl: await createTestDatabase() };
  const app = await NestFactory.create<NestFastifyApplication>(AppModule.with(settings), adapter(), {
    logger: ['error', 'fatal'],
    abortOnError: false,
  });
  await configure(app);
  await app.init();
  await app.getHttpAdapter().getInstance().ready();

  const signIn = async (login: string, password: string): Promise<Browserless> => {
    const client = new Browserless(app);
    await client.post('/session', { login, password });
    await client.post('/session/password', { current: password, next: `${login}-correct-horse-7` });
    return client;
  };
  const first = await app.get(FirstAdministrator).ensure();
  if (!first) throw new Error('the test database has people already');
  return {
    app,
    settings,
    admin: await signIn(first.login, first.password),
    stranger: () => new Browserless(app),
    signIn,
    close: () => app.close(),
  };
}
