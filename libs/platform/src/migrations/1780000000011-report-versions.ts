import type { MigrationInterface, QueryRunner } from 'typeorm';

export class ReportVersions1780000000011 implements MigrationInterface {
  readonly name = 'ReportVersions1780000000011';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE report
        ADD COLUMN edition integer NOT NULL DEFAULT 1,
        ADD COLUMN replaces_id uuid UNIQUE REFERENCES report (id),
        ADD COLUMN maybe_replaces_id uuid REFERENCES report (id) ON DELETE SET NULL;
      CREATE INDEX report_by_maybe_replaces ON report (maybe_replaces_id);

      CREATE TABLE item_revision (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        report_id uuid NOT NULL REFERENCES report (id) ON DELETE CASCADE,
        former_item_id uuid REFERENCES report_item (id) ON DELETE CASCADE,
        item_id uuid REFERENCES report_item (id) ON DELETE SET NULL,
        change text NOT NULL,
        former_text text,
        former_due_on date,
        text text,
        due_on date,
        decision text,
        reason text,
        decided_by_id uuid REFERENCES person (id),
        decided_at timestamptz,
        CONSTRAINT item_revision_change CHECK (change IN ('same', 'moved', 'changed', 'gone', 'new')),
        CONSTRAINT item_revision_decision CHECK (decision IN ('pending', 'applied', 'kept'))
      );
      CREATE INDEX item_revision_by_report ON item_revision (report_id, change);
      CREATE INDEX item_revision_by_former_item ON item_revision (former_item_id);
      CREATE INDEX item_revision_by_item ON item_revision (item_id);
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      DROP TABLE item_revision;
      ALTER TABLE report DROP COLUMN maybe_replaces_id, DROP COLUMN replaces_id, DROP COLUMN edition;
    `);
  }
}
