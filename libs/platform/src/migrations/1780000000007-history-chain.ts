import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Chains the history: every row carries a hash over the row before it in its lane. Sixteen lanes, so that concurrent
 * transactions seldom wait for each other; a transaction writes into one lane only.
 */
export class HistoryChain1780000000007 implements MigrationInterface {
  readonly name = 'HistoryChain1780000000007';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE history
        ADD version integer, ADD unit_id uuid, ADD lane smallint, ADD number bigint, ADD hash text;

      -- The newest row of every lane, kept outside the table: so the removal of newest rows is found too.
      CREATE TABLE history_head (
        lane smallint PRIMARY KEY,
        number bigint NOT NULL,
        hash text NOT NULL
      ) WITH (fillfactor = 50);
      INSERT INTO history_head SELECT lane, 0, repeat('0', 64) FROM generate_series(0, 15) AS lane;

      -- The same text whatever the session's time zone, date style or number format.
      CREATE FUNCTION history_hash(previous text, h history) RETURNS text LANGUAGE sql STABLE AS $$
        SELECT encode(sha256(convert_to(previous || jsonb_build_array(
          h.lane, h.number, h.id, (extract(epoch FROM h.at) * 1000000)::bigint, h.actor_id, h.actor_name,
          h.subject, h.subject_id, h.unit_id, h.action, h.changes, h.reason, h.version)::text, 'UTF8')), 'hex')
      $$;

      -- Where a subject belongs at this moment; NULL for what belongs to the whole organisation.
      CREATE FUNCTION history_unit(subject text, id uuid) RETURNS uuid LANGUAGE plpgsql STABLE AS $$
      BEGIN
        RETURN CASE subject
          WHEN 'unit' THEN id
          WHEN 'task' THEN (SELECT t.lead_unit_id FROM task t WHERE t.id = $2)
          WHEN 'problem' THEN (SELECT p.unit_id FROM problem p WHERE p.id = $2)
          WHEN 'report' THEN (SELECT r.unit_id FROM report r WHERE r.id = $2)
          WHEN 'report-item' THEN
            (SELECT r.unit_id FROM report_item i JOIN report r ON r.id = i.report_id WHERE i.id = $2)
          WHEN 'document' THEN
            (SELECT r.unit_id FROM report r WHERE r.document_id = $2 ORDER BY r.ordinal LIMIT 1)
          WHEN 'person' THEN
            (SELECT m.unit_id FROM (SELECT o.unit_id FROM position o WHERE o.person_id = $2
               UNION ALL SELECT g.unit_id FROM role_grant g WHERE g.person_id = $2) m LIMIT 1)
        END;
      END $$;

      -- Writes deeds, in their order, behind the newest row of the transaction's lane.
      CREATE FUNCTION append_history(deeds jsonb) RETURNS void LANGUAGE plpgsql AS $$
      DECLARE
        head history_head;
        next history;
        added history[] := '{}';
      BEGIN
        SELECT * INTO STRICT head FROM history_head
        WHERE lane = pg_current_xact_id()::text::bigint % 16 FOR UPDATE;
        FOR next IN SELECT * FROM jsonb_populate_recordset(NULL::history, deeds) LOOP
          head.number := head.number + 1;
          next.id := nextval('history_id_seq');
          next.at := now();
          next.unit_id := coalesce(next.unit_id, history_unit(next.subject, next.subject_id));
          next.lane := head.lane;
          next.number := head.number;
          next.hash := history_hash(head.hash, next);
          head.hash := next.hash;
          added := added || next;
        END LOOP;
        INSERT INTO history OVERRIDING SYSTEM VALUE SELECT * FROM unnest(added);
      END $$;

      -- The head moves with rows that continue it, and with nothing else.
      CREATE FUNCTION history_continues() RETURNS trigger LANGUAGE plpgsql AS $$
      DECLARE
        head history_head;
        next history;
      BEGIN
        FOR next IN SELECT * FROM added ORDER BY number LOOP
          IF head IS NULL THEN
            SELECT * INTO head FROM history_head WHERE lane = next.lane FOR UPDATE;
          END IF;
          IF (next.lane, next.number, next.hash)
            IS DISTINCT FROM (head.lane, head.number + 1, history_hash(head.hash, next)) THEN
            RAISE EXCEPTION 'history is written by append_history only';
          END IF;
          head.number := next.number;
          head.hash := next.hash;
        END LOOP;
        UPDATE history_head SET number = head.number, hash = head.hash WHERE lane = head.lane;
        RETURN NULL;
      END $$;

      -- What was written before the chain goes into the first lane.
      ALTER TABLE history DISABLE TRIGGER history_append_only;
      DO $$
      DECLARE
        head history_head;
        next history;
      BEGIN
        SELECT * INTO head FROM history_head WHERE lane = 0;
        FOR next IN SELECT * FROM history ORDER BY id LOOP
          head.number := head.number + 1;
          next.unit_id := history_unit(next.subject, next.subject_id);
          next.lane := head.lane;
          next.number := head.number;
          head.hash := history_hash(head.hash, next);
          UPDATE history SET unit_id = next.unit_id, lane = head.lane, number = head.number, hash = head.hash
          WHERE id = next.id;
        END LOOP;
        UPDATE history_head SET number = head.number, hash = head.hash WHERE lane = 0;
      END $$;
      ALTER TABLE history ENABLE TRIGGER history_append_only;

      ALTER TABLE history
        ALTER lane SET NOT NULL, ALTER number SET NOT NULL, ALTER hash SET NOT NULL;
      CREATE UNIQUE INDEX history_by_number ON history (lane, number);
      CREATE INDEX history_by_time ON history (at, id);
      CREATE INDEX history_by_actor ON history (actor_id, at, id);
      CREATE TRIGGER history_continues AFTER INSERT ON history REFERENCING NEW TABLE AS added
        FOR EACH STATEMENT EXECUTE FUNCTION history_continues();
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      DROP TRIGGER history_continues ON history;
      DROP FUNCTION history_continues, append_history, history_unit, history_hash;
      DROP TABLE history_head;
      ALTER TABLE history DROP version, DROP unit_id, DROP lane, DROP number, DROP hash;
      DROP INDEX history_by_time, history_by_actor;
    `);
  }
}
