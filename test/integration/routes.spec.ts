import { Controller, Get, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { AppModule } from '../../apps/api/src/app.module';
import { adapter, configure, openapi } from '../../apps/api/src/bootstrap';
import { startApplication, type TestApplication } from '../support/application';
import { Browserless } from '../support/browserless';

const PUBLIC = [
  ...['GET /api/v1/health', 'POST /api/v1/session', 'DELETE /api/v1/session'],
  // For whoever holds a link.
  ...['POST /api/v1/external/item', 'POST /api/v1/external/reports'],
  ...['POST /api/v1/progress-link/task', 'POST /api/v1/progress-link/reports'],
  ...['GET /api/v1/unsubscribe/{token}/kinds', 'POST /api/v1/unsubscribe/{token}'],
  'GET /api/v1/feed/{file}',
];
const ANY = '00000000-0000-4000-8000-000000000000';

let application: TestApplication;
beforeAll(async () => {
  application = await startApplication();
});
afterAll(() => application?.close());

it('asks for a session on every route but these few', async () => {
  const { paths } = openapi(application.app);
  const routes = Object.entries(paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => ({ method: method.toUpperCase() as 'GET', path })),
  );
  expect(routes.length).toBeGreaterThan(30);
  const open: string[] = [];
  for (const { method, path } of routes) {
    const url = path.replace('/api/v1', '').replace(/\{\w+\}/g, ANY);
    const answer = await application.stranger().send(method, url);
    if (answer.statusCode !== 401 || !answer.body.includes('session.none')) open.push(`${method} ${path}`);
  }
  expect(open.sort()).toEqual([...PUBLIC].sort());
});

it('refuses a route that does not say who may use it', async () => {
  @Controller('forgotten')
  class ForgottenController {
    @Get()
    get(): string {
      return 'secret';
    }
  }
  @Module({ imports: [AppModule.with(application.settings)], controllers: [ForgottenController] })
  class WithForgotten {}

  const app = await NestFactory.create<NestFastifyApplication>(WithForgotten, adapter(), { logger: false });
  try {
    await configure(app);
    await app.init();
    await app.getHttpAdapter().getInstance().ready();
    const answer = await new Browserless(app).send('GET', '/forgotten');
    expect([answer.statusCode, JSON.parse(answer.body)]).toEqual([
      403,
      expect.objectContaining({ code: 'route.closed' }),
    ]);
  } finally {
    await app.close();
  }
});
