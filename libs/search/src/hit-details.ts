import type { EntityManager } from 'typeorm';
import type { AsOf } from '#organisation/calendar/working-time';
import { Conditions } from '#platform/conditions';
import type { ProblemStatus } from '#rectification/problem-status';
import type { StoredSection } from '#reports/report.entity';
import { taskSummaries } from '#tasks/task-list';
import type { HitKey } from './candidates';
import { excerpt, marked, marksIn } from './marks';

import type { SearchHit, SearchKind } from './search.view';

type Details = (db: EntityManager, keys: HitKey[], words: readonly string[], at: AsOf) => Promise<SearchHit[]>;

const NOTHING = {
  code: null,
  taskStatus: null,
  light: null,
  dueOn: null,
  problemStatus: null,
  sectionPath: [],
  place: null,
};

/** What the page shows of hits that the present person was found to see, in their order. */
export const DETAILS: Record<SearchKind, Details> = {
  async task(db, keys, words, at) {
    const ids = keys.map((key) => key[2]);
    const tasks = await taskSummaries(db, at, new Conditions().add('t.id = ANY(?::uuid[])', ids), ids.length);
    const texts = await db.query<{ id: string; text: string }[]>(
      'SELECT id, text FROM task WHERE id = ANY($1::uuid[])',
      [ids],
    );
    const textOf = new Map(texts.map(({ id, text }) => [id, text]));
    const placeOf = new Map(ids.map((id, place) => [id, place]));
    const inOrder = tasks.toSorted((a, b) => (placeOf.get(a.id) ?? 0) - (placeOf.get(b.id) ?? 0));
    return inOrder.map(({ id, code, title, leadUnitName, status, light, dueOn }) => ({
      ...NOTHING,
      id,
      code: marked(code, words),
      title: marked(title, words),
      excerpt: excerpt(textOf.get(id) ?? '', words),
      unitName: leadUnitName,
      taskStatus: status,
      light,
      dueOn,
    }));
  },

  async problem(db, keys, words) {
    const problems = await db.query<
      { id: string; code: string; title: string; text: string; status: ProblemStatus; unitName: string }[]
    >(
      `SELECT p.id, p.code, p.title, p.text, p.status, u.name AS "unitName"
       FROM unnest($1::uuid[]) WITH ORDINALITY AS hit (id, place)
       JOIN problem p USING (id) JOIN unit u ON u.id = p.unit_id ORDER BY place`,
      [keys.map((key) => key[2])],
    );
    return problems.map(({ id, code, title, text, status, unitName }) => ({
      ...NOTHING,
      id,
      code: marked(code, words),
      title: marked(title, words),
      excerpt: excerpt(text, words),
      unitName,
      problemStatus: status,
    }));
  },

  async report(db, keys, words) {
    const passages = await db.query<
      { id: string; title: string; start: number; text: string; sections: StoredSection[]; unitName: string }[]
    >(
      `SELECT r.id, r.title, s.start_offset AS start, r.sections, u.name AS "unitName",
         substr(r.text, s.start_character + 1, s.characters) AS text
       FROM unnest($1::uuid[], $2::int[]) WITH ORDINALITY AS hit (report_id, ordinal, place)
       JOIN report_passage s USING (report_id, ordinal)
       JOIN report r ON r.id = s.report_id JOIN unit u ON u.id = r.unit_id ORDER BY place`,
      [keys.map((key) => key[1]), keys.map((key) => -Number(key[2]))],
    );
    return passages.map(({ id, title, start, text, sections, unitName }) => {
      const [first] = marksIn(text, words);
      const place = { start: start + (first?.start ?? 0), end: start + (first?.end ?? 0) };
      return {
        ...NOTHING,
        id,
        title: marked(title, words),
        excerpt: excerpt(text, words),
        unitName,
        sectionPath: sectionAt(sections, place.start),
        place,
      };
    });
  },
};

/** The path of the innermost section that holds the place. */
function sectionAt(sections: readonly StoredSection[], offset: number): string[] {
  const around = sections.filter(({ start, end }) => start <= offset && offset < end);
  return around.reduce<string[]>((inner, { path }) => (path.length >= inner.length ? path : inner), []);
}
