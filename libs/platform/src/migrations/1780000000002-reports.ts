import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Reports1780000000002 implements MigrationInterface {
  readonly name = 'Reports1780000000002';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE stored_file (
        sha256 text PRIMARY KEY,
        size integer NOT NULL,
        content bytea NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now()
      );

      CREATE TABLE source_document (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        sha256 text NOT NULL UNIQUE REFERENCES stored_file (sha256),
        file_name text NOT NULL,
        format text NOT NULL,
        characters integer NOT NULL,
        received_on date NOT NULL,
        warnings text[] NOT NULL DEFAULT '{}',
        imported_by_id uuid NOT NULL REFERENCES person (id),
        imported_at timestamptz NOT NULL DEFAULT now()
      );

      CREATE TABLE report (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        document_id uuid NOT NULL REFERENCES source_document (id) ON DELETE CASCADE,
        ordinal integer NOT NULL,
        title text NOT NULL,
        issuer text,
        unit_id uuid NOT NULL REFERENCES unit (id),
        period_label text,
        period_start date,
        period_end date,
        plan_year integer NOT NULL,
        text text NOT NULL,
        start_offset integer NOT NULL,
        sections jsonb NOT NULL,
        version integer NOT NULL DEFAULT 1,
        imported_at timestamptz NOT NULL DEFAULT now(),
        UNIQUE (document_id, ordinal)
      );
      CREATE INDEX report_by_unit ON report (unit_id);
      CREATE INDEX report_newest ON report (imported_at DESC, ordinal, id);

      CREATE TABLE report_item (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        report_id uuid NOT NULL REFERENCES report (id) ON DELETE CASCADE,
        kind text NOT NULL,
        ordinal text,
        title text NOT NULL,
        text text NOT NULL,
        start_offset integer NOT NULL,
        end_offset integer NOT NULL,
        section_key text NOT NULL,
        section_path text[] NOT NULL,
        group_path text[] NOT NULL DEFAULT '{}',
        measures jsonb NOT NULL DEFAULT '[]',
        deadlines jsonb NOT NULL DEFAULT '[]',
        due_on date,
        due_basis text NOT NULL,
        recurrence text,
        units jsonb NOT NULL DEFAULT '[]',
        targets jsonb NOT NULL DEFAULT '[]',
        related_keys text[] NOT NULL DEFAULT '{}',
        key text NOT NULL,
        confidence real NOT NULL,
        why text[] NOT NULL DEFAULT '{}',
        status text NOT NULL DEFAULT 'proposed',
        reject_reason text,
        unit_id uuid NOT NULL REFERENCES unit (id),
        unit_basis text NOT NULL,
        assignee_id uuid REFERENCES person (id),
        version integer NOT NULL DEFAULT 1,
        CONSTRAINT report_item_kind CHECK (kind IN ('next_step', 'problem', 'cause', 'pledge')),
        CONSTRAINT report_item_status CHECK (status IN ('proposed', 'accepted', 'rejected')),
        CONSTRAINT report_item_span CHECK (start_offset < end_offset)
      );
      CREATE INDEX report_item_by_report ON report_item (report_id, start_offset, id);

      CREATE TABLE anchor (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        report_id uuid NOT NULL REFERENCES report (id),
        item_id uuid UNIQUE REFERENCES report_item (id) ON DELETE SET NULL,
        section_key text NOT NULL,
        section_path text[] NOT NULL,
        quote text NOT NULL,
        start_offset integer NOT NULL,
        end_offset integer NOT NULL
      );
      CREATE INDEX anchor_by_report ON anchor (report_id);
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE anchor, report_item, report, source_document, stored_file');
  }
}
