import type { WorkingCalendar } from '#calendar/working-calendar';
import type { Day } from '#platform/clock';
import type { ReminderPoints } from '../policy/reminder-points';
import { kindOf, orderOf, type RuleKind } from '../rules';
import { peopleFor, type OrganisationFacts } from './audience';
import { about, firings, type Firing } from './firing';
import type { Held, Intended, PlannedTask } from './planned-task';

/** Everything that reminders are planned from. */
export interface Ground {
  calendar: WorkingCalendar;
  organisation: OrganisationFacts;
  pointsOf: (task: PlannedTask) => ReminderPoints;
  /** What the ledger holds for these tasks. */
  ledger: readonly Held[];
}

/** Rules that come one after the other: whoever was told the later one is not told the earlier. */
const FAMILY: Partial<Record<RuleKind, string>> = {
  before: 'deadline',
  due: 'deadline',
  overdue: 'deadline',
  urgent: 'assigned',
};
const familyOf = (rule: string) => FAMILY[kindOf(rule)] ?? kindOf(rule);

/** Whether the assignment told him: of what was before the day on which he heard of the task, and on that day that it waits for him. */
const isTold = (family: string, on: Day, toldOn: Day) =>
  family === 'accept' ? on <= toldOn : (family === 'deadline' || family === 'request') && on < toldOn;

/**
 * The reminders that should be in the ledger and are not: a pure function, so that the same facts on the same day give the
 * same reminders however often and however late it is asked. For each task and person it is at most the latest of what has
 * fired of each family, which makes one reminder out of all that an outage let pass; and never one that is earlier than
 * what the ledger holds already, wherever the clock stands.
 */
export function plan(tasks: readonly PlannedTask[], ground: Ground, today: Day): Intended[] {
  const held = new Map<string, Held[]>();
  for (const row of ground.ledger) {
    const rows = held.get(row.taskId);
    if (rows) rows.push(row);
    else held.set(row.taskId, [row]);
  }
  return tasks.flatMap((task) => planTask(task, held.get(task.id) ?? [], ground, today));
}

function planTask(task: PlannedTask, held: readonly Held[], ground: Ground, today: Day): Intended[] {
  const standing = held.filter((row) => !reinstated(row, task));
  const fired = firings(task, ground.pointsOf(task), ground.calendar, today).map((firing) => about(task, firing));
  const chosen = new Map<string, Firing & { personId: string }>();
  for (const firing of fired) {
    const family = familyOf(firing.rule);
    for (const personId of peopleFor(task, firing.to, ground.organisation)) {
      if (isHeld(standing, firing, personId, ground.organisation) || isSettled(task, standing, firing)) continue;
      const key = `${family} ${personId}`;
      const other = chosen.get(key);
      if (!other || orderOf(other.rule) < orderOf(firing.rule)) chosen.set(key, { ...firing, personId });
    }
  }
  const toldOn = (personId: string) =>
    chosen.has(`assigned ${personId}`) ? today : assignmentTold(standing, personId);
  const intended = [...chosen.values()].filter(
    ({ rule, on, personId }) => !isTold(familyOf(rule), on, toldOn(personId)),
  );
  return addressed(task, intended, standing, ground.organisation);
}

/** A row that came to nothing, of a task that was changed since: what it said is true again. */
function reinstated({ status, settledAt }: Held, { updatedAt }: PlannedTask): boolean {
  return status === 'superseded' && settledAt !== null && settledAt < updatedAt;
}

const isFor = ({ recipientId, insteadOfId }: Held, personId: string) =>
  recipientId === personId || insteadOfId === personId;

/** Whether he, or a deputy in his stead, was told this or what comes after it. A request is for its period, whatever the deadline. */
function isHeld(standing: readonly Held[], firing: Firing, personId: string, { deputyOf }: OrganisationFacts): boolean {
  const { rule, dueOn } = firing;
  const family = familyOf(rule);
  return standing.some(
    (row) =>
      isFor(row, personId) &&
      (row.dueOn === dueOn || family === 'request') &&
      familyOf(row.rule) === family &&
      orderOf(row.rule) >= orderOf(rule) &&
      !isMoot(row, firing, personId, deputyOf(personId)),
  );
}

/** What came to nothing is no answer to what fired anew since, nor to an absence that is over. */
function isMoot(row: Held, { on }: Firing, personId: string, deputy: string | undefined): boolean {
  if (row.status !== 'superseded') return false;
  return row.plannedOn < on || (row.insteadOfId === personId && row.recipientId !== deputy);
}

/** Once a task is accepted its assignment is news only to somebody to whom it was handed over by those who were told. */
function isSettled({ status }: PlannedTask, standing: readonly Held[], { rule, dueOn }: Firing): boolean {
  if (familyOf(rule) !== 'assigned' || status === 'assigned') return false;
  return !standing.some((row) => row.dueOn === dueOn && familyOf(row.rule) === 'assigned');
}

/** The day on which he was last told that the task is his. */
function assignmentTold(standing: readonly Held[], personId: string): Day {
  const told = standing.filter((row) => familyOf(row.rule) === 'assigned' && isFor(row, personId));
  return told.reduce((last, { plannedOn }) => (plannedOn > last ? plannedOn : last), '');
}

/** To the people themselves, or for the time of an absence to the deputy; to each one once, in his own right where he has it. */
function addressed(
  task: PlannedTask,
  intended: readonly (Firing & { personId: string })[],
  standing: readonly Held[],
  { deputyOf }: OrganisationFacts,
): Intended[] {
  const rows = intended.map(({ rule, dueOn, personId }): Intended => {
    const deputy = deputyOf(personId);
    const instead =
      deputy === undefined
        ? { recipientId: personId, insteadOfId: null }
        : { recipientId: deputy, insteadOfId: personId };
    return { taskId: task.id, rule, dueOn, ...instead, atOnce: rule === 'urgent' };
  });
  const keys = new Set(standing.filter(({ status }) => status !== 'superseded').map(keyOf));
  return rows
    .toSorted((a, b) => Number(a.insteadOfId !== null) - Number(b.insteadOfId !== null))
    .filter((row) => {
      const key = keyOf(row);
      return !keys.has(key) && keys.add(key);
    });
}

const keyOf = ({ rule, dueOn, recipientId }: Pick<Held, 'rule' | 'dueOn' | 'recipientId'>) =>
  `${rule} ${dueOn} ${recipientId}`;
