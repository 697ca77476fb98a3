import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Everything that a light is told from, in the index by unit: the first page counts lights without reading the tasks. */
export class LightsByUnit1780000000017 implements MigrationInterface {
  readonly name = 'LightsByUnit1780000000017';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      DROP INDEX task_by_unit;
      CREATE INDEX task_by_unit ON task (lead_unit_id, status, due_on)
        INCLUDE (progress, assigned_on, due_at, closed_on, closed_at, kind);
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      DROP INDEX task_by_unit;
      CREATE INDEX task_by_unit ON task (lead_unit_id, status, due_on);
    `);
  }
}
