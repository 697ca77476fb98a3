import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Progress reports: drafts that follow the data, and issued ones that never change. */
export class Summaries1780000000027 implements MigrationInterface {
  readonly name = 'Summaries1780000000027';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE summary (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        unit_id uuid NOT NULL REFERENCES unit (id),
        period_kind text NOT NULL,
        period_start date NOT NULL,
        period_end date NOT NULL,
        title text NOT NULL,
        recipients text,
        status text NOT NULL DEFAULT 'draft',
        composition jsonb NOT NULL,
        fingerprint text NOT NULL,
        composed_at timestamptz NOT NULL,
        edits jsonb NOT NULL,
        number text,
        issued_on date,
        signatory text,
        issued_at timestamptz,
        issued_by_id uuid REFERENCES person (id),
        sha256 text,
        created_by_id uuid REFERENCES person (id),
        created_at timestamptz NOT NULL DEFAULT now(),
        version integer NOT NULL DEFAULT 1,
        CONSTRAINT summary_unit_id_period_kind_period_start_key UNIQUE (unit_id, period_kind, period_start),
        CONSTRAINT summary_period_kind CHECK (period_kind IN ('month', 'quarter', 'three-quarters', 'half-year', 'year')),
        CONSTRAINT summary_status CHECK (status IN ('draft', 'issued')),
        CONSTRAINT summary_issued CHECK (num_nonnulls(number, issued_on, signatory, issued_at, issued_by_id, sha256) = CASE status WHEN 'issued' THEN 6 ELSE 0 END)
      );
      CREATE INDEX summary_newest ON summary (period_end DESC, id);

      -- The tasks and problems behind a summary, as they were.
      CREATE TABLE summary_row (
        summary_id uuid NOT NULL REFERENCES summary (id) ON DELETE CASCADE,
        position integer NOT NULL,
        subject text NOT NULL,
        subject_id uuid NOT NULL,
        counts text[] NOT NULL,
        data text NOT NULL,
        PRIMARY KEY (summary_id, position),
        CONSTRAINT summary_row_subject CHECK (subject IN ('task', 'problem'))
      );

      CREATE FUNCTION issued_summary_stays() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF OLD.status = 'issued' THEN RAISE EXCEPTION 'an issued summary is immutable'; END IF;
        IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER summary_stays BEFORE UPDATE OR DELETE ON summary FOR EACH ROW EXECUTE FUNCTION issued_summary_stays();

      CREATE FUNCTION issued_summary_rows_stay() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF EXISTS (SELECT 1 FROM (SELECT DISTINCT summary_id FROM touched) t JOIN summary s ON s.id = t.summary_id
          WHERE s.status = 'issued') THEN RAISE EXCEPTION 'an issued summary is immutable'; END IF;
        RETURN NULL;
      END $$;
      CREATE TRIGGER summary_rows_not_added AFTER INSERT ON summary_row REFERENCING NEW TABLE AS touched
        FOR EACH STATEMENT EXECUTE FUNCTION issued_summary_rows_stay();
      CREATE TRIGGER summary_rows_not_changed AFTER UPDATE ON summary_row REFERENCING OLD TABLE AS touched
        FOR EACH STATEMENT EXECUTE FUNCTION issued_summary_rows_stay();
      CREATE TRIGGER summary_rows_not_removed AFTER DELETE ON summary_row REFERENCING OLD TABLE AS touched
        FOR EACH STATEMENT EXECUTE FUNCTION issued_summary_rows_stay();
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      DROP TABLE summary_row, summary;
      DROP FUNCTION issued_summary_stays, issued_summary_rows_stay;
    `);
  }
}
