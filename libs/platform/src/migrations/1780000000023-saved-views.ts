import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Views of the task list that people name and keep, and the orders and filters in which it may be read. */
export class SavedViews1780000000023 implements MigrationInterface {
  readonly name = 'SavedViews1780000000023';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE saved_view (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        owner_id uuid NOT NULL REFERENCES person (id),
        unit_id uuid REFERENCES unit (id) ON DELETE CASCADE,
        name text NOT NULL,
        query text NOT NULL,
        columns jsonb NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        updated_at timestamptz NOT NULL DEFAULT now(),
        version integer NOT NULL DEFAULT 1
      );
      CREATE UNIQUE INDEX saved_view_own_name ON saved_view (owner_id, lower(name)) WHERE unit_id IS NULL;
      CREATE UNIQUE INDEX saved_view_shared_name ON saved_view (unit_id, lower(name)) WHERE unit_id IS NOT NULL;

      CREATE TABLE list_preference (
        person_id uuid PRIMARY KEY REFERENCES person (id) ON DELETE CASCADE,
        columns jsonb,
        default_view_id uuid REFERENCES saved_view (id) ON DELETE SET NULL
      );
      CREATE INDEX list_preference_by_view ON list_preference (default_view_id) WHERE default_view_id IS NOT NULL;

      CREATE INDEX task_by_progress ON task (progress, code);
      CREATE INDEX task_by_source ON task ((CASE WHEN kind = 'measure' THEN 'rectification'
        WHEN ledger_import_id IS NOT NULL THEN 'ledger' WHEN anchor_id IS NOT NULL THEN 'report'
        WHEN parent_id IS NOT NULL THEN 'breakdown' ELSE 'hand' END), coalesce(due_on, DATE '9999-12-31'), code);
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      DROP INDEX task_by_source, task_by_progress;
      DROP TABLE list_preference, saved_view;
    `);
  }
}
