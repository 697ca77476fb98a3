import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The months until the look-back are a point of 督办规则; a problem that says nothing goes by it. Six was given by the form, not by a person. */
export class LookBackPolicy1780000000019 implements MigrationInterface {
  readonly name = 'LookBackPolicy1780000000019';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE policy ADD COLUMN look_back_months integer
        CONSTRAINT policy_look_back_months CHECK (look_back_months BETWEEN 1 AND 60);
      ALTER TABLE problem ALTER COLUMN look_back_months DROP DEFAULT, ALTER COLUMN look_back_months DROP NOT NULL;
      UPDATE problem SET look_back_months = NULL WHERE look_back_months = 6;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      UPDATE problem SET look_back_months = 6 WHERE look_back_months IS NULL;
      ALTER TABLE problem ALTER COLUMN look_back_months SET NOT NULL, ALTER COLUMN look_back_months SET DEFAULT 6;
      ALTER TABLE policy DROP COLUMN look_back_months;
    `);
  }
}
