import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Tracking1780000000006 implements MigrationInterface {
  readonly name = 'Tracking1780000000006';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE task
        ADD COLUMN parent_id uuid REFERENCES task (id),
        ADD COLUMN kind text NOT NULL DEFAULT 'commitment',
        ADD COLUMN weight integer NOT NULL DEFAULT 1,
        ADD COLUMN leader_id uuid REFERENCES person (id),
        ADD COLUMN position_id uuid REFERENCES position (id) ON DELETE SET NULL,
        ADD COLUMN due_at timestamptz,
        ADD COLUMN closed_at timestamptz,
        ADD COLUMN evidence_required boolean,
        ADD COLUMN report_every text,
        ADD COLUMN occurs_every text,
        ADD COLUMN period_start date,
        ADD COLUMN suspended_from text,
        ADD CONSTRAINT task_kind CHECK (kind IN ('commitment', 'measure', 'duty', 'occurrence', 'urgent')),
        ADD CONSTRAINT task_weight CHECK (weight BETWEEN 1 AND 100),
        ADD CONSTRAINT task_urgent CHECK ((kind = 'urgent') = (due_at IS NOT NULL)),
        ADD CONSTRAINT task_occurrence CHECK ((kind = 'occurrence') = (period_start IS NOT NULL)),
        ADD CONSTRAINT task_report_every CHECK (report_every IN ('week', 'month', 'quarter')),
        ADD CONSTRAINT task_occurs_every CHECK (occurs_every IN ('week', 'month', 'quarter', 'half-year', 'year')),
        ADD CONSTRAINT task_own_parent CHECK (parent_id <> id),
        ADD CONSTRAINT task_suspended CHECK ((status = 'suspended') = (suspended_from IS NOT NULL));
      UPDATE task SET closed_at = updated_at WHERE status = 'closed';
      ALTER TABLE task ADD CONSTRAINT task_closed_at CHECK ((closed_on IS NULL) = (closed_at IS NULL));
      CREATE INDEX task_by_parent ON task (parent_id) WHERE parent_id IS NOT NULL;
      CREATE UNIQUE INDEX task_occurrence_of_period ON task (parent_id, period_start) WHERE period_start IS NOT NULL;
      CREATE INDEX task_by_leader ON task (leader_id, status) WHERE leader_id IS NOT NULL;
      CREATE INDEX task_by_position ON task (position_id) WHERE position_id IS NOT NULL;
      CREATE INDEX task_duties ON task (id) WHERE occurs_every IS NOT NULL;

      CREATE TABLE milestone (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        task_id uuid NOT NULL REFERENCES task (id) ON DELETE CASCADE,
        title text NOT NULL,
        due_on date NOT NULL,
        done_on date,
        done_by_id uuid REFERENCES person (id),
        CONSTRAINT milestone_done CHECK ((done_on IS NULL) = (done_by_id IS NULL))
      );
      CREATE INDEX milestone_by_task ON milestone (task_id, due_on);

      ALTER TABLE progress_entry
        ADD COLUMN period_start date,
        ADD COLUMN late boolean NOT NULL DEFAULT false;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE progress_entry DROP COLUMN period_start, DROP COLUMN late;
      DROP TABLE milestone;
      ALTER TABLE task DROP COLUMN parent_id, DROP COLUMN kind, DROP COLUMN weight, DROP COLUMN leader_id,
        DROP COLUMN position_id, DROP COLUMN due_at, DROP COLUMN closed_at, DROP COLUMN evidence_required,
        DROP COLUMN report_every, DROP COLUMN occurs_every, DROP COLUMN period_start, DROP COLUMN suspended_from CASCADE;
    `);
  }
}
