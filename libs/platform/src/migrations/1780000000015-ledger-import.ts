import type { MigrationInterface, QueryRunner } from 'typeorm';

export class LedgerImport1780000000015 implements MigrationInterface {
  readonly name = 'LedgerImport1780000000015';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE ledger_import (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        sha256 text NOT NULL REFERENCES stored_file (sha256),
        file_name text NOT NULL,
        sheet text NOT NULL,
        unit_id uuid NOT NULL REFERENCES unit (id),
        settings jsonb NOT NULL,
        fingerprint text NOT NULL,
        tasks integer NOT NULL,
        imported_by_id uuid NOT NULL REFERENCES person (id),
        imported_at timestamptz NOT NULL DEFAULT now(),
        undone_by_id uuid REFERENCES person (id),
        undone_at timestamptz,
        CONSTRAINT ledger_import_undone CHECK ((undone_at IS NULL) = (undone_by_id IS NULL))
      );
      CREATE UNIQUE INDEX ledger_import_once ON ledger_import (imported_by_id, fingerprint) WHERE undone_at IS NULL;
      CREATE INDEX ledger_import_newest ON ledger_import (imported_at DESC, id DESC);

      CREATE TABLE ledger_mapping (
        unit_id uuid NOT NULL REFERENCES unit (id) ON DELETE CASCADE,
        signature text NOT NULL,
        fields jsonb NOT NULL,
        units jsonb NOT NULL,
        updated_by_id uuid NOT NULL REFERENCES person (id),
        updated_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (unit_id, signature)
      );

      ALTER TABLE task
        ADD COLUMN ledger_import_id uuid REFERENCES ledger_import (id),
        ADD COLUMN ledger_row integer,
        ADD CONSTRAINT task_ledger CHECK ((ledger_import_id IS NULL) = (ledger_row IS NULL));
      CREATE UNIQUE INDEX task_by_ledger_row ON task (ledger_import_id, ledger_row) WHERE ledger_import_id IS NOT NULL;
      CREATE INDEX task_by_unit_title ON task (lead_unit_id, md5(title));

      ALTER TABLE progress_entry ADD COLUMN from_ledger boolean NOT NULL DEFAULT false;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE progress_entry DROP COLUMN from_ledger;
      DROP INDEX task_by_unit_title;
      ALTER TABLE task DROP COLUMN ledger_import_id, DROP COLUMN ledger_row CASCADE;
      DROP TABLE ledger_mapping, ledger_import;
    `);
  }
}
