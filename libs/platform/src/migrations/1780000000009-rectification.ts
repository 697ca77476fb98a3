import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Rectification1780000000009 implements MigrationInterface {
  readonly name = 'Rectification1780000000009';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE problem
        DROP CONSTRAINT problem_status,
        ADD COLUMN origin text NOT NULL DEFAULT 'hand',
        ADD COLUMN category text,
        ADD COLUMN person_id uuid REFERENCES person (id),
        ADD COLUMN leader_id uuid REFERENCES person (id),
        ADD COLUMN duty text,
        ADD COLUMN raised_by text,
        ADD COLUMN raised_on date,
        ADD COLUMN due_on date,
        ADD COLUMN result text,
        ADD COLUMN rectified_on date,
        ADD COLUMN rectified_by_id uuid REFERENCES person (id),
        ADD COLUMN reply_due_on date,
        ADD COLUMN evidence text,
        ADD COLUMN close_note text,
        ADD COLUMN closed_on date,
        ADD COLUMN closed_by_id uuid REFERENCES person (id),
        ADD COLUMN look_back_months integer NOT NULL DEFAULT 6,
        ADD COLUMN updated_at timestamptz NOT NULL DEFAULT now();
      UPDATE problem SET
        origin = CASE WHEN anchor_id IS NULL THEN 'hand' ELSE 'report' END,
        raised_on = (created_at AT TIME ZONE 'Asia/Shanghai')::date,
        closed_on = CASE WHEN status = 'closed' THEN (created_at AT TIME ZONE 'Asia/Shanghai')::date END;
      ALTER TABLE problem
        ALTER COLUMN raised_on SET NOT NULL,
        ADD CONSTRAINT problem_origin CHECK (origin IN ('report', 'inspection', 'audit', 'hand')),
        ADD CONSTRAINT problem_status CHECK (status IN ('open', 'rectified', 'closed', 'reopened', 'withdrawn')),
        ADD CONSTRAINT problem_closed CHECK ((status = 'closed') = (closed_on IS NOT NULL)),
        ADD CONSTRAINT problem_look_back_months CHECK (look_back_months BETWEEN 1 AND 60);
      DROP INDEX problem_by_unit, problem_newest;
      -- Holds all that 整改率 counts.
      CREATE INDEX problem_by_unit ON problem (unit_id, raised_on, category, status);
      CREATE INDEX problem_newest ON problem (created_at DESC, code);
      -- Problems without a deadline come last in a list that is sorted by deadline.
      CREATE INDEX problem_by_due_day ON problem (coalesce(due_on, DATE '9999-12-31'), code);
      CREATE INDEX problem_by_person ON problem (person_id);
      CREATE INDEX problem_by_leader ON problem (leader_id);
      CREATE INDEX problem_trigrams ON problem USING gin (title gin_trgm_ops, text gin_trgm_ops, code gin_trgm_ops);

      ALTER TABLE cause
        ALTER COLUMN anchor_id DROP NOT NULL,
        ADD COLUMN problem_id uuid REFERENCES problem (id) ON DELETE CASCADE,
        ADD CONSTRAINT cause_place CHECK (anchor_id IS NOT NULL OR problem_id IS NOT NULL);
      CREATE INDEX cause_by_problem ON cause (problem_id);

      CREATE TABLE satisfaction (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        problem_id uuid NOT NULL REFERENCES problem (id) ON DELETE CASCADE,
        asked_on date NOT NULL,
        asked text NOT NULL,
        satisfied integer NOT NULL,
        basically integer NOT NULL,
        dissatisfied integer NOT NULL,
        doubts text,
        remark text,
        reply_due_on date,
        recorded_by_id uuid NOT NULL REFERENCES person (id),
        created_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT satisfaction_counts CHECK
          (satisfied >= 0 AND basically >= 0 AND dissatisfied >= 0 AND satisfied + basically + dissatisfied > 0),
        CONSTRAINT satisfaction_reply CHECK ((dissatisfied > 0 OR doubts IS NOT NULL) = (reply_due_on IS NOT NULL))
      );
      CREATE INDEX satisfaction_by_problem ON satisfaction (problem_id, created_at);

      CREATE TABLE look_back (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        problem_id uuid NOT NULL REFERENCES problem (id) ON DELETE CASCADE,
        due_on date NOT NULL,
        done_on date,
        done_by_id uuid REFERENCES person (id),
        result text,
        note text,
        created_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT look_back_result CHECK (result IN ('held', 'relapsed')),
        CONSTRAINT look_back_done CHECK ((done_on IS NULL) = (result IS NULL) AND (done_on IS NULL) = (done_by_id IS NULL))
      );
      CREATE INDEX look_back_by_problem ON look_back (problem_id, due_on);
      -- A problem waits for one look-back at a time.
      CREATE UNIQUE INDEX look_back_waiting ON look_back (problem_id) WHERE done_on IS NULL;
      CREATE INDEX look_back_by_due_day ON look_back (due_on, id) WHERE done_on IS NULL;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      DROP TABLE look_back, satisfaction;
      DELETE FROM cause WHERE anchor_id IS NULL;
      ALTER TABLE cause DROP COLUMN problem_id, ALTER COLUMN anchor_id SET NOT NULL;
      DROP INDEX problem_by_unit, problem_newest, problem_by_due_day, problem_by_person, problem_by_leader, problem_trigrams;
      ALTER TABLE problem
        DROP CONSTRAINT problem_status,
        DROP COLUMN origin, DROP COLUMN category, DROP COLUMN person_id, DROP COLUMN leader_id, DROP COLUMN duty,
        DROP COLUMN raised_by, DROP COLUMN raised_on, DROP COLUMN due_on, DROP COLUMN result, DROP COLUMN rectified_on,
        DROP COLUMN rectified_by_id, DROP COLUMN reply_due_on, DROP COLUMN evidence, DROP COLUMN close_note,
        DROP COLUMN closed_on, DROP COLUMN closed_by_id, DROP COLUMN look_back_months, DROP COLUMN updated_at;
      DELETE FROM problem WHERE status = 'withdrawn';
      UPDATE problem SET status = 'open' WHERE status <> 'closed';
      ALTER TABLE problem ADD CONSTRAINT problem_status CHECK (status IN ('open', 'closed'));
      CREATE INDEX problem_by_unit ON problem (unit_id);
      CREATE INDEX problem_newest ON problem (created_at DESC, id DESC);
    `);
  }
}
