import { DataSource } from 'typeorm';
import { databaseOptions } from '../../libs/platform/src/database';
import { startApplication, type TestApplication } from '../support/application';

let application: TestApplication;
beforeAll(async () => {
  application = await startApplication();
});
afterAll(() => application?.close());

it('has entities and migrations that say the same', async () => {
  const log = await application.app.get(DataSource).driver.createSchemaBuilder().log();
  expect(log.upQueries.map(({ query }) => query)).toEqual([]);
});

it('keeps history as it was written', async () => {
  const db = application.app.get(DataSource);
  await expect(db.query('UPDATE history SET reason = NULL')).rejects.toThrow('append-only');
  await expect(db.query('DELETE FROM history')).rejects.toThrow('append-only');
});

it('can undo and repeat every migration', async () => {
  const db = application.app.get(DataSource);
  const names = db.migrations.map(({ name }) => name);
  const undone = new DataSource(databaseOptions(application.settings.databaseUrl));
  await undone.initialize();
  try {
    for (const _ of names) await undone.undoLastMigration();
    const left = await undone.query<{ tablename: string }[]>(
      `SELECT tablename FROM pg_tables WHERE schemaname = 'public' AND tablename <> 'migration'`,
    );
    expect(left).toEqual([]);
    expect((await undone.runMigrations()).map(({ name }) => name)).toEqual(names);
  } finally {
    await undone.destroy();
  }
});
