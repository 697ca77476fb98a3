import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Organisation1780000000001 implements MigrationInterface {
  readonly name = 'Organisation1780000000001';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE EXTENSION IF NOT EXISTS pg_trgm;

      CREATE TABLE unit (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        parent_id uuid REFERENCES unit (id),
        name text NOT NULL,
        short_name text,
        aliases text[] NOT NULL DEFAULT '{}',
        sort_order integer NOT NULL DEFAULT 0,
        version integer NOT NULL DEFAULT 1,
        created_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT unit_own_parent CHECK (parent_id <> id)
      );
      CREATE UNIQUE INDEX unit_name_among_siblings ON unit (parent_id, name) NULLS NOT DISTINCT;

      CREATE TABLE person (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        name text NOT NULL,
        login text NOT NULL UNIQUE,
        email text,
        phone text,
        password_hash text,
        must_change_password boolean NOT NULL DEFAULT true,
        active boolean NOT NULL DEFAULT true,
        version integer NOT NULL DEFAULT 1,
        created_at timestamptz NOT NULL DEFAULT now()
      );

      CREATE TABLE position (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        unit_id uuid NOT NULL REFERENCES unit (id),
        title text NOT NULL,
        person_id uuid REFERENCES person (id)
      );
      CREATE INDEX position_by_unit ON position (unit_id);
      CREATE INDEX position_by_person ON position (person_id);

      CREATE TABLE role_grant (
        person_id uuid NOT NULL REFERENCES person (id),
        unit_id uuid NOT NULL REFERENCES unit (id),
        role text NOT NULL,
        PRIMARY KEY (person_id, unit_id, role),
        CONSTRAINT role_grant_role CHECK (role IN ('supervisor', 'leader', 'liaison', 'staff', 'auditor', 'administrator'))
      );
      CREATE INDEX role_grant_by_unit ON role_grant (unit_id);

      CREATE TABLE session (
        token_hash text PRIMARY KEY,
        person_id uuid NOT NULL REFERENCES person (id),
        created_at timestamptz NOT NULL DEFAULT now(),
        last_seen_at timestamptz NOT NULL DEFAULT now(),
        expires_at timestamptz NOT NULL,
        user_agent text
      );
      CREATE INDEX session_by_person ON session (person_id);

      -- The table of rate-limiter-flexible.
      CREATE TABLE sign_in_attempt (
        key varchar(255) PRIMARY KEY,
        points integer NOT NULL DEFAULT 0,
        expire bigint
      );

      CREATE TABLE history (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        at timestamptz NOT NULL DEFAULT now(),
        actor_id uuid,
        actor_name text NOT NULL,
        subject text NOT NULL,
        subject_id uuid NOT NULL,
        action text NOT NULL,
        changes jsonb NOT NULL DEFAULT '[]',
        reason text
      );
      CREATE INDEX history_by_subject ON history (subject_id, id);

      CREATE FUNCTION history_is_append_only() RETURNS trigger LANGUAGE plpgsql AS
        $$ BEGIN RAISE EXCEPTION 'history is append-only'; END $$;
      CREATE TRIGGER history_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON history
        FOR EACH STATEMENT EXECUTE FUNCTION history_is_append_only();
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      DROP TABLE history, sign_in_attempt, session, role_grant, position, person, unit;
      DROP FUNCTION history_is_append_only;
    `);
  }
}
