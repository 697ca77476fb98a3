import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Supporting units, absences with deputies, external bodies and their links. */
export class Responsibility1780000000013 implements MigrationInterface {
  readonly name = 'Responsibility1780000000013';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE unit
        ADD COLUMN external boolean NOT NULL DEFAULT false,
        ADD COLUMN contact text,
        ADD CONSTRAINT unit_contact CHECK (external OR contact IS NULL);

      CREATE TABLE absence (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        person_id uuid NOT NULL REFERENCES person (id),
        deputy_id uuid NOT NULL REFERENCES person (id),
        from_day date NOT NULL,
        to_day date NOT NULL,
        note text,
        CONSTRAINT absence_days CHECK (from_day <= to_day),
        CONSTRAINT absence_deputy CHECK (person_id <> deputy_id)
      );
      CREATE INDEX absence_by_person ON absence (person_id, to_day);
      CREATE INDEX absence_by_deputy ON absence (deputy_id, to_day);

      CREATE TABLE supporting_unit (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        task_id uuid NOT NULL REFERENCES task (id) ON DELETE CASCADE,
        unit_id uuid NOT NULL REFERENCES unit (id),
        person_id uuid REFERENCES person (id),
        duty text NOT NULL DEFAULT '',
        percent integer NOT NULL DEFAULT 0,
        done_on date,
        waived_on date,
        version integer NOT NULL DEFAULT 1,
        UNIQUE (task_id, unit_id),
        CONSTRAINT supporting_unit_percent CHECK (percent BETWEEN 0 AND 100),
        CONSTRAINT supporting_unit_done CHECK ((percent = 100) = (done_on IS NOT NULL))
      );
      CREATE INDEX supporting_unit_by_unit ON supporting_unit (unit_id);
      CREATE INDEX supporting_unit_by_person ON supporting_unit (person_id) WHERE person_id IS NOT NULL;

      ALTER TABLE task ADD COLUMN supporter_ids uuid[] NOT NULL DEFAULT '{}';
      CREATE INDEX task_by_supporter ON task USING gin (supporter_ids) WHERE supporter_ids <> '{}';

      CREATE TABLE external_link (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        token_hash text NOT NULL UNIQUE,
        task_id uuid NOT NULL REFERENCES task (id) ON DELETE CASCADE,
        supporting_unit_id uuid REFERENCES supporting_unit (id) ON DELETE CASCADE,
        created_by_id uuid NOT NULL REFERENCES person (id),
        created_at timestamptz NOT NULL DEFAULT now(),
        expires_at timestamptz NOT NULL,
        revoked_at timestamptz,
        last_used_at timestamptz,
        uses integer NOT NULL DEFAULT 0
      );
      CREATE INDEX external_link_by_task ON external_link (task_id, created_at);
      CREATE INDEX external_link_by_support ON external_link (supporting_unit_id) WHERE supporting_unit_id IS NOT NULL;

      CREATE TABLE support_report (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        supporting_unit_id uuid NOT NULL REFERENCES supporting_unit (id) ON DELETE CASCADE,
        at timestamptz NOT NULL DEFAULT now(),
        person_id uuid REFERENCES person (id),
        link_id uuid REFERENCES external_link (id),
        on_behalf_of text,
        percent integer NOT NULL,
        narrative text NOT NULL,
        CONSTRAINT support_report_author CHECK (num_nonnulls(person_id, link_id) = 1),
        CONSTRAINT support_report_percent CHECK (percent BETWEEN 0 AND 100)
      );
      CREATE INDEX support_report_by_support ON support_report (supporting_unit_id, at);

      ALTER TABLE progress_entry
        ALTER COLUMN person_id DROP NOT NULL,
        ADD COLUMN link_id uuid REFERENCES external_link (id),
        ADD COLUMN on_behalf_of text,
        ADD CONSTRAINT progress_entry_author CHECK (num_nonnulls(person_id, link_id) = 1);
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      DELETE FROM progress_entry WHERE person_id IS NULL;
      ALTER TABLE progress_entry DROP COLUMN link_id, DROP COLUMN on_behalf_of, ALTER COLUMN person_id SET NOT NULL;
      DROP TABLE support_report, external_link, supporting_unit, absence;
      ALTER TABLE task DROP COLUMN supporter_ids;
      ALTER TABLE unit DROP COLUMN external, DROP COLUMN contact;
    `);
  }
}
