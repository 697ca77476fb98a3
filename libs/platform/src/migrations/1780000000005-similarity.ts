import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Similarity1780000000005 implements MigrationInterface {
  readonly name = 'Similarity1780000000005';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`ALTER TABLE report_item ADD COLUMN similarity jsonb NOT NULL DEFAULT '{}'`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`ALTER TABLE report_item DROP COLUMN similarity`);
  }
}
