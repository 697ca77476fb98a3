import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Tasks1780000000003 implements MigrationInterface {
  readonly name = 'Tasks1780000000003';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE SEQUENCE task_number;
      CREATE TABLE task (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        code text NOT NULL UNIQUE,
        title text NOT NULL,
        text text NOT NULL,
        status text NOT NULL DEFAULT 'drafted',
        measures jsonb NOT NULL DEFAULT '[]',
        due_on date,
        due_basis text NOT NULL DEFAULT 'none',
        original_due_on date,
        recurrence text,
        lead_unit_id uuid NOT NULL REFERENCES unit (id),
        assignee_id uuid REFERENCES person (id),
        progress integer NOT NULL DEFAULT 0,
        anchor_id uuid REFERENCES anchor (id),
        assigned_on date,
        submitted_by_id uuid REFERENCES person (id),
        closed_on date,
        created_by_id uuid NOT NULL REFERENCES person (id),
        created_at timestamptz NOT NULL DEFAULT now(),
        updated_at timestamptz NOT NULL DEFAULT now(),
        version integer NOT NULL DEFAULT 1,
        CONSTRAINT task_progress CHECK (progress BETWEEN 0 AND 100),
        CONSTRAINT task_status CHECK (status IN
          ('drafted', 'assigned', 'returned', 'accepted', 'in-progress', 'submitted', 'closed', 'suspended', 'dropped')),
        CONSTRAINT task_closed CHECK ((status = 'closed') = (closed_on IS NOT NULL))
      );
      -- Tasks without a deadline come last in every list that is sorted by deadline.
      CREATE INDEX task_by_due_day ON task (coalesce(due_on, DATE '9999-12-31'), code);
      CREATE INDEX task_open_by_due_day ON task (coalesce(due_on, DATE '9999-12-31'), code)
        WHERE status NOT IN ('closed', 'dropped');
      CREATE INDEX task_by_unit ON task (lead_unit_id, status, due_on);
      CREATE INDEX task_by_assignee ON task (assignee_id, status, due_on);
      CREATE INDEX task_newest ON task (updated_at DESC, code DESC);
      CREATE INDEX task_by_anchor ON task (anchor_id);
      CREATE INDEX task_trigrams ON task USING gin (title gin_trgm_ops, text gin_trgm_ops, code gin_trgm_ops);

      CREATE TABLE progress_entry (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        task_id uuid NOT NULL REFERENCES task (id) ON DELETE CASCADE,
        at timestamptz NOT NULL DEFAULT now(),
        person_id uuid NOT NULL REFERENCES person (id),
        percent integer NOT NULL,
        narrative text NOT NULL,
        CONSTRAINT progress_entry_percent CHECK (percent BETWEEN 0 AND 100)
      );
      CREATE INDEX progress_entry_by_task ON progress_entry (task_id, at);

      CREATE SEQUENCE problem_number;
      CREATE TABLE problem (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        code text NOT NULL UNIQUE,
        title text NOT NULL,
        text text NOT NULL,
        status text NOT NULL DEFAULT 'open',
        unit_id uuid NOT NULL REFERENCES unit (id),
        anchor_id uuid REFERENCES anchor (id),
        created_by_id uuid NOT NULL REFERENCES person (id),
        created_at timestamptz NOT NULL DEFAULT now(),
        version integer NOT NULL DEFAULT 1,
        CONSTRAINT problem_status CHECK (status IN ('open', 'closed'))
      );
      CREATE INDEX problem_by_unit ON problem (unit_id);
      CREATE INDEX problem_by_anchor ON problem (anchor_id);
      CREATE INDEX problem_newest ON problem (created_at DESC, id DESC);

      CREATE TABLE cause (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        text text NOT NULL,
        unit_id uuid NOT NULL REFERENCES unit (id),
        anchor_id uuid NOT NULL REFERENCES anchor (id),
        created_at timestamptz NOT NULL DEFAULT now()
      );
      CREATE INDEX cause_by_anchor ON cause (anchor_id);

      CREATE TABLE measure (
        problem_id uuid NOT NULL REFERENCES problem (id) ON DELETE CASCADE,
        task_id uuid NOT NULL REFERENCES task (id) ON DELETE CASCADE,
        PRIMARY KEY (problem_id, task_id)
      );
      CREATE INDEX measure_by_task ON measure (task_id);
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      DROP TABLE measure, cause, problem, progress_entry, task;
      DROP SEQUENCE problem_number, task_number;
    `);
  }
}
