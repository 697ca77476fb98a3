import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Evidence1780000000014 implements MigrationInterface {
  readonly name = 'Evidence1780000000014';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE stored_piece (
        sha256 text NOT NULL REFERENCES stored_file (sha256) ON DELETE CASCADE,
        ordinal integer NOT NULL,
        content bytea NOT NULL,
        PRIMARY KEY (sha256, ordinal)
      );
      -- Office files and pictures are packed already.
      ALTER TABLE stored_piece ALTER COLUMN content SET STORAGE EXTERNAL;
      INSERT INTO stored_piece (sha256, ordinal, content)
        SELECT sha256, n, substring(content FROM n * 1048576 + 1 FOR 1048576)
        FROM stored_file, generate_series(0, (size - 1) / 1048576) AS n;
      ALTER TABLE stored_file DROP COLUMN content;

      CREATE TABLE attachment (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        subject text NOT NULL,
        subject_id uuid NOT NULL,
        progress_entry_id uuid REFERENCES progress_entry (id) ON DELETE SET NULL,
        sha256 text NOT NULL REFERENCES stored_file (sha256),
        file_name text NOT NULL,
        media_type text NOT NULL,
        size integer NOT NULL,
        uploaded_by_id uuid NOT NULL REFERENCES person (id),
        uploaded_at timestamptz NOT NULL DEFAULT now(),
        removed_at timestamptz,
        removed_by_id uuid REFERENCES person (id),
        removal_reason text,
        CONSTRAINT attachment_subject CHECK (subject IN ('task', 'problem')),
        CONSTRAINT attachment_removed CHECK ((removed_at IS NULL) = (removed_by_id IS NULL)),
        CONSTRAINT attachment_removal_reason CHECK ((removed_at IS NULL) = (removal_reason IS NULL))
      );
      CREATE INDEX attachment_by_subject ON attachment (subject_id, uploaded_at);
      CREATE INDEX attachment_by_file ON attachment (sha256);

      CREATE TABLE verification (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        task_id uuid NOT NULL REFERENCES task (id) ON DELETE CASCADE,
        round integer NOT NULL,
        verified_by_id uuid NOT NULL REFERENCES person (id),
        at timestamptz NOT NULL DEFAULT now(),
        outcome text NOT NULL,
        note text,
        seen jsonb NOT NULL,
        CONSTRAINT verification_outcome CHECK (outcome IN ('passed', 'rejected')),
        UNIQUE (task_id, round)
      );

      CREATE TABLE task_request (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        task_id uuid NOT NULL REFERENCES task (id) ON DELETE CASCADE,
        kind text NOT NULL,
        from_due date,
        to_due date,
        reason text NOT NULL,
        asked_by_id uuid NOT NULL REFERENCES person (id),
        asked_at timestamptz NOT NULL DEFAULT now(),
        decided_by_id uuid REFERENCES person (id),
        decided_at timestamptz,
        decision text,
        decision_note text,
        CONSTRAINT task_request_kind CHECK (kind IN ('extension', 'suspension', 'drop')),
        CONSTRAINT task_request_decision CHECK (decision IN ('granted', 'refused', 'withdrawn', 'overtaken')),
        CONSTRAINT task_request_decided CHECK
          ((decision IS NULL) = (decided_at IS NULL) AND (decision IS NULL) = (decided_by_id IS NULL))
      );
      CREATE INDEX task_request_by_task ON task_request (task_id, asked_at);
      CREATE UNIQUE INDEX task_request_open ON task_request (task_id) WHERE decision IS NULL;
      CREATE INDEX task_request_waiting ON task_request (asked_at, id) WHERE decision IS NULL;

      CREATE TABLE policy (
        unit_id uuid PRIMARY KEY REFERENCES unit (id) ON DELETE CASCADE,
        evidence_required boolean,
        report_every text,
        version integer NOT NULL DEFAULT 1,
        CONSTRAINT policy_report_every CHECK (report_every IN ('week', 'month', 'quarter'))
      );
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      DROP TABLE policy;
      DROP TABLE task_request;
      DROP TABLE verification;
      DROP TABLE attachment;
      ALTER TABLE stored_file ADD COLUMN content bytea;
      UPDATE stored_file f SET content =
        (SELECT string_agg(p.content, '' ORDER BY p.ordinal) FROM stored_piece p WHERE p.sha256 = f.sha256);
      DROP TABLE stored_piece;
      DELETE FROM stored_file WHERE content IS NULL;
      ALTER TABLE stored_file ALTER COLUMN content SET NOT NULL;
    `);
  }
}
