import { types } from 'pg';
import { DataSource, type DataSourceOptions } from 'typeorm';
import { MIGRATIONS } from './migrations/migrations';
import { PostgresNaming } from './naming';
import { PreparingClient } from './prepared';

// A deadline is a calendar day: it stays the text 'YYYY-MM-DD' and never becomes an instant.
types.setTypeParser(types.builtins.DATE, String);

/** Connection options for `url`, PostgreSQL ≥ 15. Entities are added by the rooms that own them. */
export function databaseOptions(url: string) {
  return {
    type: 'postgres',
    url,
    migrations: MIGRATIONS,
    migrationsTransactionMode: 'each',
    migrationsTableName: 'migration',
    namingStrategy: new PostgresNaming(),
    uuidExtension: 'pgcrypto',
    installExtensions: false,
    applicationName: 'luoshi',
    connectTimeoutMS: 10_000,
    extra: { max: 16, Client: PreparingClient },
  } as const satisfies DataSourceOptions;
}

/** Brings the database up to date. Returns the names of the migrations that ran. Two processes may call it at once. */
export async function migrate(url: string): Promise<string[]> {
  const source = await new DataSource(databaseOptions(url)).initialize();
  try {
    const runner = source.createQueryRunner();
    await runner.connect();
    // One process migrates, the others wait; the key is the word "luoshi" in ASCII.
    await runner.query('SELECT pg_advisory_lock(119196969071721)');
    try {
      return (await source.runMigrations()).map((migration) => migration.name);
    } finally {
      await runner.query('SELECT pg_advisory_unlock(119196969071721)');
      await runner.release();
    }
  } finally {
    await source.destroy();
  }
}
