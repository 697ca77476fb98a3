import { Injectable } from '@nestjs/common';
import { DataSource, In } from 'typeorm';
import type { Actor } from './actor';
import { Person } from './person.entity';
import type { AssignablePerson } from './person.view';

/** Everybody active who holds a role or a position in unit $1. */
const MEMBERS = `SELECT DISTINCT p.id, p.name, u.name AS "unitName",
    (SELECT string_agg(title, '、' ORDER BY title) FROM position WHERE person_id = p.id AND unit_id = $1) AS title
  FROM person p JOIN unit u ON u.id = $1
  WHERE p.active AND (EXISTS (SELECT 1 FROM role_grant g WHERE g.person_id = p.id AND g.unit_id = $1)
    OR EXISTS (SELECT 1 FROM position o WHERE o.person_id = p.id AND o.unit_id = $1))`;

/** Looks people up for the other rooms. */
@Injectable()
export class PeopleDirectory {
  constructor(private readonly db: DataSource) {}

  /** Names by id; ids of nobody are left out. */
  async names(ids: string[]): Promise<Map<string, string>> {
    if (ids.length === 0) return new Map();
    const people = await this.db.manager.find(Person, { where: { id: In(ids) }, select: { id: true, name: true } });
    return new Map(people.map(({ id, name }) => [id, name]));
  }

  /** Who may be made responsible for a task that the unit leads. */
  async assignable(actor: Actor, unitId: string): Promise<AssignablePerson[]> {
    if (!actor.covers('task.assign', unitId)) return [];
    return this.db.query(`${MEMBERS} ORDER BY p.name`, [unitId]);
  }

  async isAssignable(personId: string, unitId: string): Promise<boolean> {
    const rows = await this.db.query<unknown[]>(`${MEMBERS} AND p.id = $2`, [unitId, personId]);
    return rows.length > 0;
  }
}
