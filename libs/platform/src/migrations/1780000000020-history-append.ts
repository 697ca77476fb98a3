import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The same chain as before, written in less than half the time: each hash is computed once, the head is moved by the
 * function that writes the rows, and what would be a query of its own inside a function is an expression.
 */
export class HistoryAppend1780000000020 implements MigrationInterface {
  readonly name = 'HistoryAppend1780000000020';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE OR REPLACE FUNCTION history_hash(previous text, h history) RETURNS text LANGUAGE plpgsql STABLE AS $$
      BEGIN
        RETURN encode(sha256(convert_to(previous || jsonb_build_array(
          h.lane, h.number, h.id, (extract(epoch FROM h.at) * 1000000)::bigint, h.actor_id, h.actor_name,
          h.subject, h.subject_id, h.unit_id, h.action, h.changes, h.reason, h.version)::text, 'UTF8')), 'hex');
      END $$;

      CREATE OR REPLACE FUNCTION append_history(deeds jsonb) RETURNS void LANGUAGE plpgsql AS $$
      DECLARE
        head history_head;
        next history;
      BEGIN
        SELECT * INTO STRICT head FROM history_head
        WHERE lane = (pg_current_xact_id()::text::bigint % 16)::smallint FOR UPDATE;
        PERFORM set_config('luoshi.appending', 'yes', true);
        FOR next IN SELECT * FROM jsonb_populate_recordset(NULL::history, deeds) LOOP
          head.number := head.number + 1;
          next.id := nextval('history_id_seq');
          next.at := now();
          IF next.unit_id IS NULL THEN
            next.unit_id := history_unit(next.subject, next.subject_id);
          END IF;
          next.lane := head.lane;
          next.number := head.number;
          next.hash := history_hash(head.hash, next);
          head.hash := next.hash;
          INSERT INTO history OVERRIDING SYSTEM VALUE SELECT next.*;
        END LOOP;
        PERFORM set_config('luoshi.appending', '', true);
        UPDATE history_head SET number = head.number, hash = head.hash WHERE lane = head.lane;
      END $$;

      -- Against rows written past the chain by mistake; whoever does it on purpose is found by the verification.
      CREATE OR REPLACE FUNCTION history_continues() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF current_setting('luoshi.appending', true) IS DISTINCT FROM 'yes' THEN
          RAISE EXCEPTION 'history is written by append_history only';
        END IF;
        RETURN NULL;
      END $$;
      DROP TRIGGER history_continues ON history;
      CREATE TRIGGER history_continues BEFORE INSERT ON history
        FOR EACH STATEMENT EXECUTE FUNCTION history_continues();
    `);
  }

  /** The functions that were replaced did the same; nothing has to go back. */
  async down(): Promise<void> {}
}
