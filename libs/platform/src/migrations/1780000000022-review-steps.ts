import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What was done on the review desk, as far as it is needed to take it back. */
export class ReviewSteps1780000000022 implements MigrationInterface {
  readonly name = 'ReviewSteps1780000000022';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE review_step (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        report_id uuid NOT NULL REFERENCES report (id) ON DELETE CASCADE,
        person_id uuid NOT NULL REFERENCES person (id),
        action text NOT NULL,
        title text NOT NULL,
        before jsonb NOT NULL,
        after jsonb NOT NULL,
        revisions jsonb NOT NULL DEFAULT '[]',
        at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT review_step_action CHECK (action IN ('accept', 'reject', 'change', 'split', 'merge', 'mark'))
      );
      CREATE INDEX review_step_newest ON review_step (report_id, person_id, id);
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP TABLE review_step;`);
  }
}
