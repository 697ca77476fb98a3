import type { EntityManager } from 'typeorm';
import { TASK_KINDS, type TaskKind } from '#tasks/task.entity';
import { DEFAULT_POINTS, type ReminderPoints } from './reminder-points';
import { ReminderPolicy } from './reminder-policy.entity';

/** What a policy itself says; null where it leaves a point to the ones further up. */
export type SaidPoints = { [Point in keyof ReminderPoints]: ReminderPoints[Point] | null };

/** The points of a policy without the rest of it; all null for none. */
export const saidBy = (policy: SaidPoints | null | undefined): SaidPoints => ({
  before: policy?.before ?? null,
  onDay: policy?.onDay ?? null,
  overdueEvery: policy?.overdueEvery ?? null,
  requests: policy?.requests ?? null,
  acceptWithin: policy?.acceptWithin ?? null,
  verifyWithin: policy?.verifyWithin ?? null,
  ladder: policy?.ladder ?? null,
});

export const saysNothing = (points: SaidPoints) => Object.values(points).every((point) => point === null);

interface Ruled {
  id: string | null;
  kind: TaskKind | null;
  leadUnitId: string;
}

/**
 * All policies, to be asked for the points in force: each point from the task's own policy, else from the nearest unit on
 * the way up that says something about it, in each unit for that kind of task before all kinds, else by default.
 */
export class PolicyBook {
  private readonly ofTasks = new Map<string, SaidPoints>();
  private readonly ofUnits = new Map<string, SaidPoints>();
  private readonly known = new Map<string, ReminderPoints>();

  constructor(
    policies: readonly (SaidPoints & Pick<ReminderPolicy, 'taskId' | 'unitId' | 'taskKind'>)[],
    private readonly parents: ReadonlyMap<string, string | null>,
  ) {
    for (const policy of policies) {
      if (policy.taskId !== null) this.ofTasks.set(policy.taskId, policy);
      else this.ofUnits.set(`${policy.unitId} ${policy.taskKind}`, policy);
    }
  }

  /** What holds for a task; without an id, for every task of that kind in the unit; without a kind, for the unit in general. */
  pointsOf({ id, kind, leadUnitId }: Ruled): ReminderPoints {
    const own = id === null ? undefined : this.ofTasks.get(id);
    return own ? over(own, this.pointsIn(leadUnitId, kind)) : this.pointsIn(leadUnitId, kind);
  }

  /** What would hold if nothing were said right there. */
  aboveOf({ id, kind, leadUnitId }: Ruled): ReminderPoints {
    if (id !== null) return this.pointsIn(leadUnitId, kind);
    const above = this.pointsIn(this.parents.get(leadUnitId) ?? null, kind);
    const general = kind === null ? undefined : this.ofUnits.get(`${leadUnitId} null`);
    return general ? over(general, above) : above;
  }

  /** Everything that is in force anywhere, for what has to be true of all of it. */
  all(): SaidPoints[] {
    return [DEFAULT_POINTS, ...this.ofTasks.values(), ...this.ofUnits.values()];
  }

  /** The kinds of tasks for which the unit, or one above it, says something else. */
  kindsFor(unitId: string): TaskKind[] {
    const kinds = new Set<TaskKind>();
    for (let at: string | null = unitId; at !== null; at = this.parents.get(at) ?? null) {
      for (const kind of TASK_KINDS) if (this.ofUnits.has(`${at} ${kind}`)) kinds.add(kind);
    }
    return TASK_KINDS.filter((kind) => kinds.has(kind));
  }

  private pointsIn(unitId: string | null, kind: TaskKind | null): ReminderPoints {
    if (unitId === null) return DEFAULT_POINTS;
    const key = `${unitId} ${kind}`;
    const known = this.known.get(key);
    if (known) return known;
    let points = this.pointsIn(this.parents.get(unitId) ?? null, kind);
    for (const said of [this.ofUnits.get(`${unitId} null`), kind !== null && this.ofUnits.get(key)]) {
      if (said) points = over(said, points);
    }
    this.known.set(key, points);
    return points;
  }
}

const over = (said: SaidPoints, points: ReminderPoints): ReminderPoints => ({
  before: said.before ?? points.before,
  onDay: said.onDay ?? points.onDay,
  overdueEvery: said.overdueEvery ?? points.overdueEvery,
  requests: said.requests ?? points.requests,
  acceptWithin: said.acceptWithin ?? points.acceptWithin,
  verifyWithin: said.verifyWithin ?? points.verifyWithin,
  ladder: said.ladder ?? points.ladder,
});

/** All policies as they stand. There are few beside those of single tasks, which are the exception. */
export async function readPolicyBook(db: EntityManager): Promise<PolicyBook> {
  const policies = await db.find(ReminderPolicy);
  const units = await db.query<{ id: string; parentId: string | null }[]>(
    'SELECT id, parent_id AS "parentId" FROM unit',
  );
  return new PolicyBook(policies, new Map(units.map(({ id, parentId }) => [id, parentId])));
}
