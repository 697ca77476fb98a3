import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Comments on tasks; whom they mention is told through the ledger of reminders. */
export class TaskComments1780000000024 implements MigrationInterface {
  readonly name = 'TaskComments1780000000024';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE task_comment (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        task_id uuid NOT NULL REFERENCES task (id) ON DELETE CASCADE,
        by_id uuid NOT NULL REFERENCES person (id),
        text text NOT NULL,
        mentions jsonb NOT NULL DEFAULT '[]',
        at timestamptz NOT NULL DEFAULT now(),
        edited_at timestamptz,
        deleted_at timestamptz,
        CONSTRAINT task_comment_text CHECK (char_length(text) BETWEEN 1 AND 2000)
      );
      CREATE INDEX task_comment_by_task ON task_comment (task_id, at DESC);
      ALTER TABLE reminder ADD COLUMN comment_id uuid REFERENCES task_comment (id) ON DELETE CASCADE;
      CREATE INDEX reminder_by_comment ON reminder (comment_id) WHERE comment_id IS NOT NULL;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      DELETE FROM reminder WHERE comment_id IS NOT NULL;
      ALTER TABLE reminder DROP COLUMN comment_id;
      DROP TABLE task_comment;
    `);
  }
}
