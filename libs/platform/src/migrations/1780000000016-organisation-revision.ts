import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A number that changes with every change of units and roles, so that processes know when to read them again. */
export class OrganisationRevision1780000000016 implements MigrationInterface {
  readonly name = 'OrganisationRevision1780000000016';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE organisation_revision (
        single boolean PRIMARY KEY DEFAULT true,
        number bigint NOT NULL,
        CONSTRAINT organisation_revision_single CHECK (single)
      );
      INSERT INTO organisation_revision (number) VALUES (1);

      CREATE FUNCTION organisation_changed() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        UPDATE organisation_revision SET number = number + 1;
        RETURN NULL;
      END $$;
      CREATE TRIGGER organisation_changed AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON unit
        FOR EACH STATEMENT EXECUTE FUNCTION organisation_changed();
      CREATE TRIGGER organisation_changed AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON role_grant
        FOR EACH STATEMENT EXECUTE FUNCTION organisation_changed();
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      DROP TRIGGER organisation_changed ON role_grant;
      DROP TRIGGER organisation_changed ON unit;
      DROP FUNCTION organisation_changed;
      DROP TABLE organisation_revision;
    `);
  }
}
