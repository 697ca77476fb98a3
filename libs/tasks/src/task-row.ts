import type { EntityManager } from 'typeorm';
import type { ColumnMetadata } from 'typeorm/metadata/ColumnMetadata.js';
import { prepared } from '#platform/prepared';
import { storable } from '#platform/storable';
import { Task } from './task.entity';

let columns: string | undefined;

/** All columns of task t under the names of the entity. */
export function taskColumns(db: EntityManager): string {
  columns ??= metadata(db)
    .map(({ databaseName, propertyName }) => `t.${databaseName} AS "${propertyName}"`)
    .join(', ');
  return columns;
}

/** What the database fills in itself. */
const OWN = new Set(['id', 'code', 'supporterIds', 'version']);

/**
 * Stores new tasks, numbered 2026-00017 onwards in the order given; what is left out has its column's default. One
 * statement however many they are.
 */
export async function insertTasks(db: EntityManager, year: string, rows: readonly Partial<Task>[]): Promise<Task[]> {
  const given = metadata(db).filter(({ propertyName }) => !OWN.has(propertyName));
  const names = given.map(({ databaseName }) => databaseName).join(', ');
  const types = given.map(({ databaseName, type }) => `${databaseName} ${String(type)}`).join(', ');
  const sql = prepared(`INSERT INTO task AS t (code, ${names})
    SELECT $2 || '-' || to_char(nextval('task_number'), 'FM999999999900000'), ${names}
    FROM jsonb_to_recordset($1) AS x (${types})
    RETURNING ${taskColumns(db)}`);
  const defaults = Object.fromEntries(given.map((column) => [column.databaseName, defaultOf(column)]));
  const values = rows.map((row) => ({
    ...defaults,
    ...Object.fromEntries(
      given.flatMap(({ propertyName, databaseName }) => {
        const value = row[propertyName as keyof Task];
        return value === undefined ? [] : [[databaseName, value]];
      }),
    ),
  }));
  return db.query<Task[]>(sql, [storable(values), year]);
}

const defaultOf = ({ default: value }: ColumnMetadata): unknown => (typeof value === 'function' ? undefined : value);

const metadata = (db: EntityManager) => db.connection.getMetadata(Task).columns;
