import type { MigrationInterface, QueryRunner } from 'typeorm';
import { exceptionsOf, STATUTORY_YEARS } from '#calendar/statutory-holidays';
import { FIRST_DAY, FIRST_YEAR, LAST_DAY, LAST_YEAR } from '#calendar/working-calendar';

/** The years known when this landed; later ones come with a later migration, or are imported. */
const KNOWN = STATUTORY_YEARS.filter(({ year }) => year <= 2026);

export class Calendar1780000000008 implements MigrationInterface {
  readonly name = 'Calendar1780000000008';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE calendar_year (
        year integer PRIMARY KEY,
        published boolean NOT NULL DEFAULT false,
        source text,
        version integer NOT NULL DEFAULT 1
      );
      INSERT INTO calendar_year (year) SELECT generate_series(${FIRST_YEAR}, ${LAST_YEAR});

      CREATE TABLE calendar_exception (
        day date PRIMARY KEY,
        kind text NOT NULL,
        name text NOT NULL,
        CONSTRAINT calendar_exception_kind CHECK (kind IN ('holiday', 'workday'))
      );

      -- Working days from the first day of the calendar up to and including each day.
      CREATE TABLE working_day (
        day date PRIMARY KEY,
        ordinal integer NOT NULL
      );

      -- Called in every transaction that changes calendar_exception.
      CREATE FUNCTION count_working_days() RETURNS void LANGUAGE sql AS $$
        INSERT INTO working_day (day, ordinal)
        SELECT d::date, count(*) FILTER (WHERE coalesce(e.kind = 'workday', extract(isodow FROM d) < 6)) OVER (ORDER BY d)
        FROM generate_series(TIMESTAMP '${FIRST_DAY}', TIMESTAMP '${LAST_DAY}', INTERVAL '1 day') d
        LEFT JOIN calendar_exception e ON e.day = d::date
        ON CONFLICT (day) DO UPDATE SET ordinal = excluded.ordinal WHERE working_day.ordinal <> excluded.ordinal
      $$;
    `);
    const days = JSON.stringify(KNOWN.flatMap(exceptionsOf));
    await db.query(
      `INSERT INTO calendar_exception SELECT day, kind, name FROM jsonb_to_recordset($1) AS x (day date, kind text, name text)`,
      [days],
    );
    await db.query(
      `UPDATE calendar_year y SET published = true, source = x.source
       FROM jsonb_to_recordset($1) AS x (year integer, source text) WHERE y.year = x.year`,
      [JSON.stringify(KNOWN.map(({ year, source }) => ({ year, source })))],
    );
    await db.query('SELECT count_working_days()');
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      DROP FUNCTION count_working_days;
      DROP TABLE working_day, calendar_exception, calendar_year;
    `);
  }
}
