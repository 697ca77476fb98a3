import type { EntityManager } from 'typeorm';
import type { Day } from '#platform/clock';
import { Conditions } from '#platform/conditions';
import type { Represented } from '../actor';

/** On a day, `deputy` acts for `person`, who is away until `toDay`. */
export interface Acting {
  personId: string;
  personName: string;
  deputyId: string;
  deputyName: string;
  toDay: Day;
}

/** Who acts for whom on `day`: for everybody, or for these people only. A deputy who has left acts for nobody. */
export function actingFor(db: EntityManager, day: Day, personIds?: readonly string[]): Promise<Acting[]> {
  const filter = new Conditions()
    .add('?::date BETWEEN a.from_day AND a.to_day', day)
    .add('d.active')
    .given(personIds, 'a.person_id = ANY(?::uuid[])');
  return db.query(
    `SELECT a.person_id AS "personId", p.name AS "personName", a.deputy_id AS "deputyId", d.name AS "deputyName",
       a.to_day AS "toDay"
     FROM absence a JOIN person p ON p.id = a.person_id JOIN person d ON d.id = a.deputy_id ${filter.where}`,
    filter.values,
  );
}

/** The people for whom a person acts on `day`. */
export function representedBy(db: EntityManager, deputyId: string, day: Day): Promise<Represented[]> {
  return db.query(
    `SELECT p.id, p.name FROM absence a JOIN person p ON p.id = a.person_id
     WHERE a.deputy_id = $1 AND $2::date BETWEEN a.from_day AND a.to_day ORDER BY p.name`,
    [deputyId, day],
  );
}
