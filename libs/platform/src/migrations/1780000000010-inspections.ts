import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Inspections1780000000010 implements MigrationInterface {
  readonly name = 'Inspections1780000000010';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE inspection_round (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        title text NOT NULL,
        kind text NOT NULL,
        unit_id uuid NOT NULL REFERENCES unit (id),
        category text,
        starts_on date NOT NULL,
        ends_on date NOT NULL,
        status text NOT NULL DEFAULT 'planned',
        note text,
        created_by_id uuid NOT NULL REFERENCES person (id),
        created_at timestamptz NOT NULL DEFAULT now(),
        updated_at timestamptz NOT NULL DEFAULT now(),
        version integer NOT NULL DEFAULT 1,
        CONSTRAINT inspection_round_kind CHECK (kind IN ('superior', 'cross', 'self', 'special')),
        CONSTRAINT inspection_round_status CHECK (status IN ('planned', 'under-way', 'closed')),
        CONSTRAINT inspection_round_days CHECK (starts_on <= ends_on)
      );
      CREATE INDEX inspection_round_newest ON inspection_round (starts_on DESC, id);
      CREATE INDEX inspection_round_by_unit ON inspection_round (unit_id);

      CREATE TABLE inspection_check (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        round_id uuid NOT NULL REFERENCES inspection_round (id) ON DELETE CASCADE,
        inspected_unit_id uuid NOT NULL REFERENCES unit (id),
        inspecting_unit_id uuid NOT NULL REFERENCES unit (id),
        due_on date NOT NULL,
        status text NOT NULL DEFAULT 'waiting',
        conclusion text,
        reported_on date,
        reported_by_id uuid REFERENCES person (id),
        response text,
        responded_on date,
        responded_by_id uuid REFERENCES person (id),
        updated_at timestamptz NOT NULL DEFAULT now(),
        version integer NOT NULL DEFAULT 1,
        CONSTRAINT inspection_check_status CHECK
          (status IN ('waiting', 'under-way', 'reported', 'settled', 'called-off')),
        CONSTRAINT inspection_check_reported CHECK
          (status NOT IN ('reported', 'settled') OR (conclusion IS NOT NULL AND reported_by_id IS NOT NULL))
      );
      CREATE UNIQUE INDEX inspection_check_pair ON inspection_check (round_id, inspected_unit_id, inspecting_unit_id);
      CREATE INDEX inspection_check_by_inspected ON inspection_check (inspected_unit_id);
      CREATE INDEX inspection_check_by_inspecting ON inspection_check (inspecting_unit_id);

      CREATE TABLE inspection_inspector (
        check_id uuid NOT NULL REFERENCES inspection_check (id) ON DELETE CASCADE,
        person_id uuid NOT NULL REFERENCES person (id),
        PRIMARY KEY (check_id, person_id)
      );
      CREATE INDEX inspection_inspector_by_person ON inspection_inspector (person_id);

      CREATE TABLE inspection_finding (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        check_id uuid NOT NULL REFERENCES inspection_check (id) ON DELETE CASCADE,
        title text NOT NULL,
        text text NOT NULL,
        category text,
        due_on date,
        status text NOT NULL DEFAULT 'recorded',
        reason text,
        problem_id uuid REFERENCES problem (id) ON DELETE SET NULL,
        recorded_by_id uuid NOT NULL REFERENCES person (id),
        decided_by_id uuid REFERENCES person (id),
        created_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT inspection_finding_status CHECK (status IN ('recorded', 'confirmed', 'rejected')),
        CONSTRAINT inspection_finding_decided CHECK ((status = 'recorded') = (decided_by_id IS NULL)),
        CONSTRAINT inspection_finding_reason CHECK (status <> 'rejected' OR reason IS NOT NULL)
      );
      CREATE INDEX inspection_finding_by_check ON inspection_finding (check_id, created_at);
      CREATE UNIQUE INDEX inspection_finding_problem ON inspection_finding (problem_id);
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE inspection_finding, inspection_inspector, inspection_check, inspection_round');
  }
}
