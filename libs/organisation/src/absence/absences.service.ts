import { Injectable } from '@nestjs/common';
import { DataSource, LessThanOrEqual, MoreThanOrEqual, type EntityManager } from 'typeorm';
import { addDays } from '#language/day';
import { Clock } from '#platform/clock';
import { Conditions } from '#platform/conditions';
import { DomainError } from '#platform/domain-error';
import { record } from '#platform/history';
import type { Actor } from '../actor';
import { Person } from '../person.entity';
import { subtreeOf } from '../unit-tree';
import type { AddAbsence, ListAbsences } from './absence.dto';
import { Absence } from './absence.entity';
import type { AbsenceView, DeputyCandidate } from './absence.view';

const VIEWS = `SELECT a.id, a.person_id AS "personId", p.name AS "personName", a.deputy_id AS "deputyId",
    d.name AS "deputyName", a.from_day AS "fromDay", a.to_day AS "toDay", a.note
  FROM absence a JOIN person p ON p.id = a.person_id JOIN person d ON d.id = a.deputy_id`;

/** Active people with a role or position right in a unit where person $1 has one. */
const COLLEAGUES = `WITH member AS (
    SELECT unit_id, person_id FROM role_grant UNION SELECT unit_id, person_id FROM position WHERE person_id IS NOT NULL)
  SELECT p.id, p.name, string_agg(DISTINCT concat_ws(' ', u.name, o.title), '、') AS places
  FROM member mine JOIN member m ON m.unit_id = mine.unit_id AND m.person_id <> mine.person_id
  JOIN person p ON p.id = m.person_id AND p.active JOIN unit u ON u.id = m.unit_id
  LEFT JOIN position o ON o.person_id = p.id AND o.unit_id = u.id
  WHERE mine.person_id = $1`;

/** The absent person belongs to one of the units. Takes their ids twice. */
const BELONGS = `a.person_id IN (SELECT person_id FROM role_grant WHERE unit_id = ANY(?::uuid[])
  UNION ALL SELECT person_id FROM position WHERE unit_id = ANY(?::uuid[]))`;

const unknown = () => new DomainError('unknown', 'absence.unknown', '没有找到这条请假代理，它可能已被取消，请刷新。');

/** 请假与代理: who is away, and who acts for him meanwhile. Set by oneself or by an administrator. */
@Injectable()
export class AbsencesService {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
  ) {}

  /** The present and coming absences of oneself and of the people one administers. */
  async list(actor: Actor, { unitId }: ListAbsences): Promise<AbsenceView[]> {
    const managed = actor.unitsFor('organisation.manage');
    const filter = new Conditions()
      .add('a.to_day >= ?::date', this.clock.today())
      .add(`a.person_id = ? OR ${BELONGS}`, actor.personId, managed, managed);
    if (unitId) {
      const subtree = await subtreeOf(this.db.manager, unitId);
      filter.add(BELONGS, subtree, subtree);
    }
    return this.db.query(`${VIEWS} ${filter.where} ORDER BY a.from_day, p.name`, filter.values);
  }

  /** Who may act for the person: his colleagues. */
  async deputies(actor: Actor, personId: string): Promise<DeputyCandidate[]> {
    await this.refuseOthers(this.db.manager, actor, personId);
    return this.db.query(`${COLLEAGUES} GROUP BY p.id ORDER BY p.name`, [personId]);
  }

  /** Throws person.unknown, absence.days, absence.overlap, absence.not-colleague or absence.deputy-away. */
  async add(actor: Actor, personId: string, ask: AddAbsence): Promise<AbsenceView> {
    const { deputyId, fromDay, toDay, note = null } = ask;
    if (toDay < fromDay || toDay < this.clock.today()) {
      throw new DomainError('invalid', 'absence.days', '结束日期不能早于开始日期，也不能早于今天，请重新选择。');
    }
    return this.db.transaction(async (tx) => {
      const lock = { mode: 'pessimistic_write' } as const;
      await tx.find(Person, { where: [{ id: personId }, { id: deputyId }], order: { id: 'ASC' }, lock });
      await this.refuseOthers(tx, actor, personId);
      const meanwhile = { fromDay: LessThanOrEqual(toDay), toDay: MoreThanOrEqual(fromDay) };
      if (await tx.existsBy(Absence, { personId, ...meanwhile })) {
        throw new DomainError('conflict', 'absence.overlap', '这段时间已经设置过代理，请先取消原来的设置。');
      }
      const colleague = await tx.query<unknown[]>(`${COLLEAGUES} AND p.id = $2 GROUP BY p.id`, [personId, deputyId]);
      if (colleague.length === 0) {
        throw new DomainError('invalid', 'absence.not-colleague', '代理人须是同一单位的在职人员，请重新选择。');
      }
      if (await tx.existsBy(Absence, { personId: deputyId, ...meanwhile })) {
        throw new DomainError('conflict', 'absence.deputy-away', '所选代理人这段时间也不在岗，请另选一位。');
      }
      const { id } = await tx.save(Absence, { personId, deputyId, fromDay, toDay, note: note || null });
      await noteChange(tx);
      const [view] = await tx.query<AbsenceView[]>(`${VIEWS} WHERE a.id = $1`, [id]);
      const to = `${fromDay} 至 ${toDay}，由${view.deputyName}代理`;
      const changes = [{ field: 'absence', from: null, to }];
      await record(tx, actor, { subject: 'person', subjectId: personId, action: 'absent', changes, reason: note });
      return view;
    });
  }

  /** Takes back what has not begun; ends, with yesterday as its last day, what has. */
  async end(actor: Actor, personId: string, id: string): Promise<void> {
    const today = this.clock.today();
    await this.db.transaction(async (tx) => {
      await this.refuseOthers(tx, actor, personId);
      const absence = await tx.findOne(Absence, { where: { id, personId }, lock: { mode: 'pessimistic_write' } });
      if (!absence || absence.toDay < today) throw unknown();
      if (absence.fromDay < today) await tx.update(Absence, id, { toDay: addDays(today, -1) });
      else await tx.delete(Absence, id);
      await noteChange(tx);
      const changes = [{ field: 'absence', from: `${absence.fromDay} 至 ${absence.toDay}`, to: null }];
      await record(tx, actor, { subject: 'person', subjectId: personId, action: 'back', changes });
    });
  }

  private async refuseOthers(db: EntityManager, actor: Actor, personId: string): Promise<void> {
    if (personId === actor.personId) return;
    const managed = actor.unitsFor('organisation.manage');
    const rows = await db.query<unknown[]>(
      `SELECT 1 FROM role_grant WHERE person_id = $1 AND unit_id = ANY($2::uuid[])
       UNION ALL SELECT 1 FROM position WHERE person_id = $1 AND unit_id = ANY($2::uuid[]) LIMIT 1`,
      [personId, managed],
    );
    if (rows.length > 0) return;
    throw new DomainError('unknown', 'person.unknown', '没有找到此人，或其不在您的管理范围内。');
  }
}

/** Whom a person acts for is part of what every process keeps of him; this has them read it again. */
async function noteChange(tx: EntityManager): Promise<void> {
  await tx.query('UPDATE organisation_revision SET number = number + 1');
}
