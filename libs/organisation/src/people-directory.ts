import { Injectable } from '@nestjs/common';
import { DataSource, In } from 'typeorm';
import type { Actor } from './actor';
import { Person } from './person.entity';
import type { AssignablePerson, AssignablePosition } from './person.view';
import { Position } from './position.entity';

/** Everybody active who holds a role or a position in unit $1. */
const MEMBERS = `SELECT DISTINCT p.id, p.name, u.name AS "unitName",
    (SELECT string_agg(title, '、' ORDER BY title) FROM position WHERE person_id = p.id AND unit_id = $1) AS title
  FROM person p JOIN unit u ON u.id = $1
  WHERE p.active AND (EXISTS (SELECT 1 FROM role_grant g WHERE g.person_id = p.id AND g.unit_id = $1)
    OR EXISTS (SELECT 1 FROM position o WHERE o.person_id = p.id AND o.unit_id = $1))`;

/** Everybody active who is leader 分管领导 over unit $1 or one above it. */
const LEADERS = `WITH RECURSIVE above AS (
    SELECT id, parent_id FROM unit WHERE id = $1 UNION ALL SELECT u.id, u.parent_id FROM unit u JOIN above a ON u.id = a.parent_id)
  SELECT DISTINCT p.id, p.name, u.name AS "unitName",
    (SELECT string_agg(title, '、' ORDER BY title) FROM position WHERE person_id = p.id AND unit_id = u.id) AS title
  FROM above a JOIN role_grant g ON g.unit_id = a.id AND g.role = 'leader'
  JOIN person p ON p.id = g.person_id JOIN unit u ON u.id = g.unit_id WHERE p.active`;

/** Positions of unit $1 that a choice of people does not reach: vacant ones, and those of somebody active who holds several. */
const POSITIONS = `SELECT o.id, o.title, p.name AS "holderName"
  FROM position o LEFT JOIN person p ON p.id = o.person_id
  WHERE o.unit_id = $1 AND (o.person_id IS NULL OR (p.active AND EXISTS (
    SELECT 1 FROM position x WHERE x.unit_id = $1 AND x.person_id = o.person_id AND x.id <> o.id)))
  ORDER BY o.title, p.name, o.id`;

/** Where active people of these names $1 belong by role or position, among units $2. */
const NAMED = `SELECT p.id, p.name, m.unit_id AS "unitId", bool_or(m.leads) AS leads,
    (SELECT string_agg(title, '、' ORDER BY title) FROM position WHERE person_id = p.id AND unit_id = m.unit_id) AS title
  FROM person p JOIN (
    SELECT person_id, unit_id, role = 'leader' AS leads FROM role_grant
    UNION ALL SELECT person_id, unit_id, false FROM position WHERE person_id IS NOT NULL
  ) m ON m.person_id = p.id
  WHERE p.active AND p.name = ANY($1) AND m.unit_id = ANY($2::uuid[])
  GROUP BY p.id, m.unit_id ORDER BY p.name, p.id`;

/** A person in one of his units; `leads`: as its leader 分管领导. */
export interface NamedPerson {
  id: string;
  name: string;
  unitId: string;
  leads: boolean;
  title: string | null;
}

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

  /** Everybody active with one of these names, once for each of `unitIds` that he belongs to. */
  named(names: readonly string[], unitIds: readonly string[]): Promise<NamedPerson[]> {
    return this.db.query<NamedPerson[]>(NAMED, [names, unitIds]);
  }

  /** Titles of positions by id. */
  async titles(positionIds: string[]): Promise<Map<string, string>> {
    if (positionIds.length === 0) return new Map();
    const found = await this.db.manager.find(Position, { where: { id: In(positionIds) } });
    return new Map(found.map(({ id, title }) => [id, title]));
  }

  /** Who may be made responsible for a task that the unit leads. */
  async assignable(actor: Actor, unitId: string): Promise<AssignablePerson[]> {
    if (!actor.covers('task.assign', unitId) && !actor.covers('task.handle', unitId)) return [];
    return this.db.query(`${MEMBERS} ORDER BY p.name`, [unitId]);
  }

  /** Positions that may be made responsible for a task that the unit leads, beside its people. */
  async positions(actor: Actor, unitId: string): Promise<AssignablePosition[]> {
    if (!actor.covers('task.assign', unitId) && !actor.covers('task.handle', unitId)) return [];
    return this.db.query(POSITIONS, [unitId]);
  }

  async isAssignable(personId: string, unitId: string): Promise<boolean> {
    const rows = await this.db.query<unknown[]>(`${MEMBERS} AND p.id = $2`, [unitId, personId]);
    return rows.length > 0;
  }

  /** The position by which the person would own work of the unit: his only one there. Null when he is not assignable there. */
  async seatOf(personId: string, unitId: string): Promise<{ positionId: string | null } | null> {
    if (!(await this.isAssignable(personId, unitId))) return null;
    const held = await this.db.manager.findBy(Position, { personId, unitId });
    return { positionId: held.length === 1 ? held[0].id : null };
  }

  /** Who holds the position of the unit now, nobody while it is vacant. Null when the unit has no such position. */
  async holderOf(positionId: string, unitId: string): Promise<{ personId: string | null } | null> {
    return this.db.manager.findOne(Position, {
      where: { id: positionId, unitId },
      select: { id: true, personId: true },
    });
  }

  /** Who may be hooked to work of the unit as its leader 挂点领导. */
  async leaders(actor: Actor, unitId: string): Promise<AssignablePerson[]> {
    if (!actor.covers('task.assign', unitId)) return [];
    return this.db.query(`${LEADERS} ORDER BY p.name`, [unitId]);
  }

  async leads(personId: string, unitId: string): Promise<boolean> {
    const rows = await this.db.query<unknown[]>(`${LEADERS} AND p.id = $2`, [unitId, personId]);
    return rows.length > 0;
  }
}
