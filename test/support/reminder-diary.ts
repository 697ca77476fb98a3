import { exceptionsOf, STATUTORY_YEARS } from '../../libs/calendar/src/statutory-holidays';
import { WorkingCalendar } from '../../libs/calendar/src/working-calendar';
import { addDays } from '../../libs/language/src/day';
import type { Role } from '../../libs/organisation/src/role';
import type { Day } from '../../libs/platform/src/clock';
import type { ReminderPoints } from '../../libs/reminders/src/policy/reminder-points';
import type { OrganisationFacts } from '../../libs/reminders/src/planning/audience';
import { plan } from '../../libs/reminders/src/planning/plan';
import type { Held, PlannedTask } from '../../libs/reminders/src/planning/planned-task';

export const calendar = new WorkingCalendar(
  STATUTORY_YEARS.flatMap(exceptionsOf),
  STATUTORY_YEARS.map(({ year }) => year),
);

/** A district, in it a bureau with a section, and a bank that belongs to nobody. People are called by what they are. */
const HOLDERS: Partial<Record<string, string[]>> = {
  'district supervisor': ['督办员'],
  'district leader': ['区领导'],
  'bureau leader': ['局长'],
  'bureau liaison': ['局联络员'],
  'section liaison': ['科联络员'],
  'office liaison': ['办公室联络员'],
};
const UNITS = {
  district: { parentId: null, external: false },
  bureau: { parentId: 'district', external: false },
  section: { parentId: 'bureau', external: false },
  office: { parentId: 'district', external: false },
  bank: { parentId: 'district', external: true },
};

export const organisation = (deputies: Record<string, string> = {}, gone: string[] = []): OrganisationFacts => ({
  units: new Map(Object.entries(UNITS)),
  holders: (unitId: string, role: Role) => HOLDERS[`${unitId} ${role}`] ?? [],
  active: (personId) => !gone.includes(personId),
  deputyOf: (personId) => deputies[personId],
});

export const task = (more: Partial<PlannedTask> = {}): PlannedTask => ({
  ...{
    id: 'task',
    kind: 'commitment',
    status: 'in-progress',
    dueOn: null,
    assignedOn: '2026-01-05',
    submittedOn: null,
  },
  ...{ reportEvery: null, leadUnitId: 'bureau', assigneeId: '张三', leaderId: null, updatedAt: new Date('2026-01-05') },
  ...{ support: [], reportedOn: null, reportedPeriods: [] },
  ...more,
});

export interface Life {
  task?: Partial<PlannedTask>;
  points?: Partial<ReminderPoints>;
  /** What the task is from a day on. */
  changes?: Record<Day, Partial<PlannedTask>>;
  /** Days on which nothing ran. */
  down?: Day[];
  /** Days in the order in which the clock shows them, when it does not simply go on. */
  days?: Day[];
  deputies?: Record<Day, Record<string, string>>;
  gone?: string[];
  on?: WorkingCalendar;
}

/** Quiet but for what a test is about. */
export const QUIET: ReminderPoints = {
  ...{ before: [], onDay: false, overdueEvery: 0, requests: [], acceptWithin: 0, verifyWithin: 0, ladder: [] },
};
export const DEADLINE = { before: [7, 3, 1], onDay: true, overdueEvery: 5 };

/** Plans day after day with a ledger that remembers, and tells what was planned: `MM-DD rule 谁`. */
export function live(from: Day, to: Day, life: Life): string[] {
  const ledger: Held[] = [];
  const told: string[] = [];
  let now = task(life.task);
  for (const today of life.days ?? daysBetween(from, to)) {
    now = { ...now, ...life.changes?.[today] };
    if (life.down?.includes(today)) continue;
    const ground = {
      ...{ calendar: life.on ?? calendar, ledger, pointsOf: () => ({ ...QUIET, ...life.points }) },
      organisation: organisation(life.deputies?.[today], life.gone),
    };
    const intended = plan([now], ground, today);
    for (const { taskId, rule, dueOn, recipientId, insteadOfId } of intended) {
      ledger.push({ taskId, rule, dueOn, recipientId, insteadOfId, plannedOn: today, status: 'sent', settledAt: null });
      told.push(`${today.slice(5)} ${rule} ${recipientId}${insteadOfId ? `（代${insteadOfId}）` : ''}`);
    }
  }
  return told;
}

export function daysBetween(from: Day, to: Day): Day[] {
  const days: Day[] = [];
  for (let day = from; day <= to; day = addDays(day, 1)) days.push(day);
  return days;
}

export const lines = (text: string) => (text === '' ? [] : text.split('，'));
