import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What reminders follow (policies, preferences), what they became (mails, the ledger), and who spoke up (nudges, talks). */
export class ReminderLedger1780000000018 implements MigrationInterface {
  readonly name = 'ReminderLedger1780000000018';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE task ADD COLUMN submitted_on date;
      UPDATE task t SET submitted_on = (
        SELECT (max(h.at) AT TIME ZONE 'Asia/Shanghai')::date FROM history h WHERE h.subject_id = t.id AND h.action = 'submit')
      WHERE t.status = 'submitted';

      CREATE TABLE reminder_policy (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        unit_id uuid REFERENCES unit (id) ON DELETE CASCADE,
        task_kind text,
        task_id uuid REFERENCES task (id) ON DELETE CASCADE,
        before integer[],
        on_day boolean,
        overdue_every integer,
        requests text[],
        accept_within integer,
        verify_within integer,
        ladder jsonb,
        version integer NOT NULL DEFAULT 1,
        CONSTRAINT reminder_policy_scope CHECK ((task_id IS NULL) <> (unit_id IS NULL) AND (task_kind IS NULL OR unit_id IS NOT NULL)),
        CONSTRAINT reminder_policy_kind CHECK (task_kind IN ('commitment', 'measure', 'duty', 'occurrence', 'urgent')),
        CONSTRAINT reminder_policy_overdue CHECK (overdue_every BETWEEN 0 AND 60),
        CONSTRAINT reminder_policy_waiting CHECK (accept_within BETWEEN 0 AND 60 AND verify_within BETWEEN 0 AND 60)
      );
      CREATE UNIQUE INDEX reminder_policy_one ON reminder_policy (unit_id, task_kind, task_id) NULLS NOT DISTINCT;
      CREATE INDEX reminder_policy_by_task ON reminder_policy (task_id) WHERE task_id IS NOT NULL;

      CREATE TABLE mail_preference (
        person_id uuid PRIMARY KEY REFERENCES person (id) ON DELETE CASCADE,
        send_hour integer,
        quiet_from integer,
        quiet_to integer,
        time_zone text,
        declined text[] NOT NULL DEFAULT '{}',
        CONSTRAINT mail_preference_hours CHECK (
          send_hour BETWEEN 0 AND 23 AND quiet_from BETWEEN 0 AND 23 AND quiet_to BETWEEN 0 AND 23),
        CONSTRAINT mail_preference_quiet CHECK ((quiet_from IS NULL) = (quiet_to IS NULL))
      );

      CREATE TABLE undeliverable_address (
        address text PRIMARY KEY,
        answer text NOT NULL,
        since timestamptz NOT NULL DEFAULT now()
      );

      CREATE TABLE mail (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        kind text NOT NULL,
        recipient_id uuid NOT NULL REFERENCES person (id),
        address text NOT NULL,
        day date NOT NULL,
        status text NOT NULL DEFAULT 'claimed',
        attempt integer NOT NULL DEFAULT 1,
        subject text,
        text text,
        html text,
        message_id text,
        answer text,
        claimed_at timestamptz NOT NULL,
        sending_at timestamptz,
        settled_at timestamptz,
        CONSTRAINT mail_kind CHECK (kind IN ('digest', 'at-once', 'notice')),
        CONSTRAINT mail_status CHECK (status IN ('claimed', 'sending', 'sent', 'failed', 'postponed', 'empty', 'uncertain'))
      );
      CREATE UNIQUE INDEX mail_one_digest ON mail (recipient_id, day)
        WHERE kind = 'digest' AND status IN ('claimed', 'sending', 'sent', 'uncertain');
      CREATE INDEX mail_under_way ON mail (claimed_at) WHERE status IN ('claimed', 'sending');
      CREATE INDEX mail_notices ON mail (claimed_at) WHERE kind = 'notice' AND status = 'postponed';
      CREATE INDEX mail_by_recipient ON mail (recipient_id, claimed_at DESC);
      CREATE INDEX mail_newest ON mail (claimed_at DESC, id DESC);

      CREATE TABLE nudge (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        task_id uuid NOT NULL REFERENCES task (id) ON DELETE CASCADE,
        by_id uuid NOT NULL REFERENCES person (id),
        note text,
        at timestamptz NOT NULL DEFAULT now()
      );
      CREATE INDEX nudge_by_task ON nudge (task_id, at DESC);

      CREATE TABLE talk (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        task_id uuid NOT NULL REFERENCES task (id) ON DELETE CASCADE,
        person_id uuid NOT NULL REFERENCES person (id),
        by_id uuid NOT NULL REFERENCES person (id),
        held_on date NOT NULL,
        note text NOT NULL,
        at timestamptz NOT NULL DEFAULT now()
      );
      CREATE INDEX talk_by_task ON talk (task_id, held_on DESC);

      CREATE TABLE planning_run (
        day date PRIMARY KEY,
        started_at timestamptz NOT NULL,
        finished_at timestamptz NOT NULL,
        considered integer NOT NULL,
        planned integer NOT NULL,
        basis text NOT NULL,
        unpublished_years integer[] NOT NULL DEFAULT '{}'
      );
      CREATE INDEX task_waiting ON task (id) WHERE status IN ('assigned', 'submitted');

      CREATE TABLE mail_template (
        name text PRIMARY KEY,
        subject text,
        opening text,
        closing text,
        edited_by_id uuid NOT NULL REFERENCES person (id),
        edited_at timestamptz NOT NULL,
        version integer NOT NULL DEFAULT 1
      );

      CREATE TABLE webhook_channel (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        unit_id uuid NOT NULL REFERENCES unit (id) ON DELETE CASCADE,
        kind text NOT NULL,
        name text NOT NULL,
        url text NOT NULL,
        secret text,
        active boolean NOT NULL DEFAULT true,
        last_posted_at timestamptz,
        last_answer text,
        failing boolean NOT NULL DEFAULT false,
        version integer NOT NULL DEFAULT 1,
        CONSTRAINT webhook_channel_kind CHECK (kind IN ('wecom', 'dingtalk', 'feishu'))
      );
      CREATE INDEX webhook_channel_by_unit ON webhook_channel (unit_id);

      CREATE TABLE feed_token (
        person_id uuid PRIMARY KEY REFERENCES person (id) ON DELETE CASCADE,
        token_hash text NOT NULL UNIQUE,
        created_at timestamptz NOT NULL,
        last_used_at timestamptz
      );

      CREATE TABLE signing_key (
        purpose text PRIMARY KEY,
        key text NOT NULL
      );

      -- What was known of a mail stands with the mail from now on.
      INSERT INTO mail (id, kind, recipient_id, address, day, status, message_id, answer, claimed_at, settled_at)
      SELECT gen_random_uuid(), 'at-once', r.recipient_id, coalesce(p.email, ''), r.planned_on,
        CASE r.status WHEN 'sent' THEN 'sent' WHEN 'failed' THEN 'failed' ELSE 'uncertain' END,
        r.message_id, r.answer, coalesce(r.claimed_at, r.created_at), r.sent_at
      FROM (SELECT recipient_id, planned_on, status, message_id, answer, claimed_at, min(created_at) AS created_at, max(sent_at) AS sent_at
            FROM reminder WHERE claimed_at IS NOT NULL AND status IN ('claimed', 'sent', 'failed', 'uncertain')
            GROUP BY 1, 2, 3, 4, 5, 6) r JOIN person p ON p.id = r.recipient_id;
      ALTER TABLE reminder
        ADD COLUMN instead_of_id uuid REFERENCES person (id),
        ADD COLUMN at_once boolean NOT NULL DEFAULT false,
        ADD COLUMN nudge_id uuid REFERENCES nudge (id) ON DELETE CASCADE,
        ADD COLUMN mail_id uuid REFERENCES mail (id),
        ADD COLUMN why text,
        ADD COLUMN settled_at timestamptz,
        ADD COLUMN read_at timestamptz;
      UPDATE reminder r SET settled_at = r.sent_at, mail_id = m.id, status = CASE WHEN r.status = 'claimed' THEN 'uncertain' ELSE r.status END
      FROM mail m WHERE m.recipient_id = r.recipient_id AND m.day = r.planned_on AND m.message_id IS NOT DISTINCT FROM r.message_id
        AND m.answer IS NOT DISTINCT FROM r.answer AND m.claimed_at = r.claimed_at;
      ALTER TABLE reminder DROP COLUMN claimed_at, DROP COLUMN sent_at, DROP COLUMN message_id, DROP COLUMN answer;
      DROP INDEX reminder_to_deliver;
      -- No index asks for the status: what follows its mail to the end is changed in its place (a HOT update).
      ALTER TABLE reminder SET (fillfactor = 80);
      CREATE INDEX reminder_to_deliver ON reminder (recipient_id, at_once) WHERE mail_id IS NULL AND settled_at IS NULL;
      CREATE INDEX reminder_by_recipient ON reminder (recipient_id, created_at DESC, id DESC);
      CREATE INDEX reminder_unread ON reminder (recipient_id) WHERE read_at IS NULL;
      CREATE INDEX reminder_by_mail ON reminder (mail_id) WHERE mail_id IS NOT NULL;

      -- Tells every process whose bell rings.
      CREATE FUNCTION ring_bells() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
        PERFORM pg_notify('reminder', recipient_id::text) FROM (SELECT DISTINCT recipient_id FROM added) x;
        RETURN NULL;
      END $$;
      CREATE TRIGGER reminder_rings AFTER INSERT ON reminder REFERENCING NEW TABLE AS added
        FOR EACH STATEMENT EXECUTE FUNCTION ring_bells();
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      DROP TRIGGER reminder_rings ON reminder;
      DROP FUNCTION ring_bells();
      DROP INDEX task_waiting, reminder_to_deliver, reminder_by_recipient, reminder_unread, reminder_by_mail;
      ALTER TABLE reminder ADD COLUMN claimed_at timestamptz, ADD COLUMN sent_at timestamptz,
        ADD COLUMN message_id text, ADD COLUMN answer text;
      UPDATE reminder r SET claimed_at = m.claimed_at, sent_at = r.settled_at, message_id = m.message_id, answer = m.answer
      FROM mail m WHERE m.id = r.mail_id;
      ALTER TABLE reminder DROP COLUMN instead_of_id, DROP COLUMN at_once, DROP COLUMN nudge_id, DROP COLUMN mail_id,
        DROP COLUMN why, DROP COLUMN settled_at, DROP COLUMN read_at;
      CREATE INDEX reminder_to_deliver ON reminder (recipient_id, planned_on) WHERE status = 'planned';
      DROP TABLE signing_key, feed_token, webhook_channel, mail_template, planning_run, talk, nudge, mail,
        undeliverable_address, mail_preference, reminder_policy;
      ALTER TABLE task DROP COLUMN submitted_on;
    `);
  }
}
