import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Reminders1780000000004 implements MigrationInterface {
  readonly name = 'Reminders1780000000004';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE reminder (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        task_id uuid NOT NULL REFERENCES task (id) ON DELETE CASCADE,
        rule text NOT NULL,
        due_on date NOT NULL,
        recipient_id uuid NOT NULL REFERENCES person (id),
        planned_on date NOT NULL,
        status text NOT NULL DEFAULT 'planned',
        claimed_at timestamptz,
        sent_at timestamptz,
        message_id text,
        answer text,
        created_at timestamptz NOT NULL DEFAULT now(),
        UNIQUE (task_id, rule, due_on, recipient_id),
        CONSTRAINT reminder_status CHECK (status IN ('planned', 'claimed', 'sent', 'failed', 'superseded', 'uncertain'))
      );
      CREATE INDEX reminder_to_deliver ON reminder (recipient_id, planned_on) WHERE status = 'planned';
      CREATE INDEX reminder_newest ON reminder (created_at DESC, id DESC);
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE reminder');
  }
}
