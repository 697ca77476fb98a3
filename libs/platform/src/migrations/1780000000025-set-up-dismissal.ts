import type { MigrationInterface, QueryRunner } from 'typeorm';

/** 初始设置 can be put aside, for everybody who administers the organisation. */
export class SetUpDismissal1780000000025 implements MigrationInterface {
  readonly name = 'SetUpDismissal1780000000025';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE set_up_dismissal (
        unit_id uuid PRIMARY KEY REFERENCES unit (id) ON DELETE CASCADE,
        by_id uuid NOT NULL REFERENCES person (id),
        at timestamptz NOT NULL DEFAULT now()
      );
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE set_up_dismissal');
  }
}
