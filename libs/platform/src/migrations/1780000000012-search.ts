import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Characters of one text that can be found; what lies behind them is kept and shown, but not searched. */
const SEARCHED = 50_000;

/**
 * What is searched, in one spelling, with an index of its pairs of neighbouring characters: two 汉字 are the shortest
 * word, and trigrams cannot find them. It lies apart from `task`, so that a change of progress or deadline does not
 * touch the index. Triggers keep it in step; nothing else writes here.
 */
export class Search1780000000012 implements MigrationInterface {
  readonly name = 'Search1780000000012';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      -- One spelling for ＧＤＰ, GDP and gdp. Independent of the database's locale, as an index must be.
      CREATE FUNCTION search_text(words text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
        RETURN lower(normalize(left(words, ${SEARCHED}), NFKC) COLLATE "C");

      -- 安全生产 → 安全, 全生, 生产. White space separates.
      CREATE FUNCTION search_pairs(words text) RETURNS text[] LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE COST 1000
      BEGIN ATOMIC
        SELECT coalesce(array_agg(one || next), '{}')
        FROM (SELECT string_to_array(search_text(words), NULL) AS c) characters,
          unnest(c[:cardinality(c) - 1], c[2:]) AS pair (one, next)
        WHERE one > ' ' AND next > ' ';
      END;

      ${searchTable('task', `subject.status NOT IN ('closed', 'dropped')`)}
      ${searchTable('problem', `subject.status NOT IN ('closed', 'withdrawn')`)}
      DROP INDEX task_trigrams;

      CREATE TABLE report_passage (
        report_id uuid NOT NULL REFERENCES report (id) ON DELETE CASCADE,
        ordinal integer NOT NULL,
        imported_at timestamptz NOT NULL,
        -- Where it starts: UTF-16 code units into report.text, as all offsets, and characters, as SQL counts them.
        start_offset integer NOT NULL,
        start_character integer NOT NULL,
        characters integer NOT NULL,
        -- The first passage carries the report's title.
        title text COLLATE "C" NOT NULL,
        body text COLLATE "C" NOT NULL,
        PRIMARY KEY (report_id, ordinal)
      );

      -- Whole sentences, about 500 characters together.
      CREATE FUNCTION report_passages(words text)
        RETURNS TABLE (ordinal integer, start_offset integer, start_character integer, characters integer, body text)
        LANGUAGE sql IMMUTABLE PARALLEL SAFE
      BEGIN ATOMIC
        WITH sentence AS (
          SELECT n, found[1] AS words, char_length(found[1]) AS length
          FROM regexp_matches(words, '[^。；！？\\n]{1,255}[。；！？\\n]?|[。；！？\\n]', 'g') WITH ORDINALITY AS x (found, n)
        ), placed AS (
          SELECT n, s.words, length, sum(length) OVER (ORDER BY n) - length AS before,
            -- Characters beyond the basic plane take two code units.
            length + char_length(regexp_replace(s.words, '[\\u0001-\\uffff]+', '', 'g')) AS units
          FROM sentence s
        ), passage AS (
          SELECT min(before) AS start_character, sum(length) AS characters, sum(units) AS units,
            string_agg(p.words, '' ORDER BY n) AS words
          FROM placed p GROUP BY before / 500
        )
        SELECT (row_number() OVER place)::integer, (sum(units) OVER place - units)::integer,
          start_character::integer, characters::integer, search_text(p.words)
        FROM passage p WINDOW place AS (ORDER BY start_character);
      END;

      CREATE FUNCTION report_passage_follows() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        DELETE FROM report_passage WHERE report_id = NEW.id;
        INSERT INTO report_passage
        SELECT NEW.id, p.ordinal, NEW.imported_at, p.start_offset, p.start_character, p.characters,
          CASE p.ordinal WHEN 1 THEN search_text(NEW.title) ELSE '' END, p.body
        FROM report_passages(NEW.text) p;
        RETURN NULL;
      END $$;
      CREATE TRIGGER report_passage_follows AFTER INSERT OR UPDATE OF title, text ON report
        FOR EACH ROW EXECUTE FUNCTION report_passage_follows();
      UPDATE report SET text = text;

      CREATE INDEX report_passage_newest ON report_passage (imported_at DESC, report_id DESC, (-ordinal) DESC);
      ${pairIndex('report_passage')}
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      DROP TRIGGER task_search_added ON task;
      DROP TRIGGER task_search_changed ON task;
      DROP TRIGGER problem_search_added ON problem;
      DROP TRIGGER problem_search_changed ON problem;
      DROP TRIGGER report_passage_follows ON report;
      DROP TABLE task_search, problem_search, report_passage;
      DROP FUNCTION task_search_follows, problem_search_follows, report_passage_follows, report_passages, search_pairs, search_text;
      CREATE INDEX task_trigrams ON task USING gin (title gin_trgm_ops, text gin_trgm_ops, code gin_trgm_ops);
    `);
  }
}

/** Two columns of one index: hits in the title, and hits in title and text together. */
const pairIndex = (table: string) => `
  CREATE INDEX ${table}_pairs ON ${table}
    USING gin (search_pairs(title), search_pairs(title || E'\\n' || body)) WITH (gin_pending_list_limit = 1024);`;

/** The table that follows table `subject`; `open` says when one of its rows, called subject, is still open. */
function searchTable(subject: 'task' | 'problem', open: string): string {
  const row = (name: string) => `${name}.title, ${name}.code, ${name}.text, ${open.replace('subject', name)}`;
  const entry = (name: string) => `${name}.id, ${open.replace('subject', name)}, ${name}.created_at,
        search_text(${name}.title), search_text(${name}.code || E'\\n' || ${name}.text)`;
  return `
      CREATE TABLE ${subject}_search (
        ${subject}_id uuid PRIMARY KEY REFERENCES ${subject} (id) ON DELETE CASCADE,
        open boolean NOT NULL,
        created_at timestamptz NOT NULL,
        title text COLLATE "C" NOT NULL,
        body text COLLATE "C" NOT NULL
      );
      INSERT INTO ${subject}_search SELECT ${entry('s')} FROM ${subject} s;
      CREATE INDEX ${subject}_search_newest ON ${subject}_search (open DESC, created_at DESC, ${subject}_id DESC);
      ${pairIndex(`${subject}_search`)}

      CREATE FUNCTION ${subject}_search_follows() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        INSERT INTO ${subject}_search AS s SELECT ${entry('NEW')}
        ON CONFLICT (${subject}_id) DO UPDATE SET open = excluded.open, title = excluded.title, body = excluded.body;
        RETURN NULL;
      END $$;
      CREATE TRIGGER ${subject}_search_added AFTER INSERT ON ${subject}
        FOR EACH ROW EXECUTE FUNCTION ${subject}_search_follows();
      -- Closing and reopening count, a change of progress or deadline does not.
      CREATE TRIGGER ${subject}_search_changed AFTER UPDATE OF title, code, text, status ON ${subject}
        FOR EACH ROW WHEN ((${row('OLD')}) IS DISTINCT FROM (${row('NEW')}))
        EXECUTE FUNCTION ${subject}_search_follows();`;
}
