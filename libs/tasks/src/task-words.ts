import { Injectable } from '@nestjs/common';
import { PeopleDirectory } from '#organisation/people-directory';
import { UnitDirectory } from '#organisation/unit-directory';
import type { Change } from '#platform/history.entity';
import type { Task } from './task.entity';

/** The fields of a task that the history follows. */
export const facts = (task: Task) => ({
  title: task.title,
  text: task.text,
  status: task.status,
  leadUnit: task.leadUnitId,
  assignee: task.assigneeId,
  position: task.positionId,
  leader: task.leaderId,
  dueOn: task.dueOn,
  dueAt: task.dueAt?.toISOString() ?? null,
  progress: task.progress,
  weight: task.weight,
  reportEvery: task.reportEvery,
  occursEvery: task.occursEvery,
  evidenceRequired: task.evidenceRequired === null ? null : Number(task.evidenceRequired),
});

const UNITS = new Set(['leadUnit']);
const PEOPLE = new Set(['assignee', 'leader']);
const POSITIONS = new Set(['position']);

/** Says changes of tasks with names instead of identifiers, as the names are at this time. */
@Injectable()
export class TaskWords {
  constructor(
    private readonly units: UnitDirectory,
    private readonly people: PeopleDirectory,
  ) {}

  async say(changes: readonly Change[][]): Promise<Change[][]> {
    const ids = (fields: Set<string>) => [
      ...new Set(
        changes
          .flat()
          .filter(({ field }) => fields.has(field))
          .flatMap(({ from, to }) => [from, to].filter((id) => id !== null)),
      ),
    ];
    const units = await this.units.names(ids(UNITS));
    const people = await this.people.names(ids(PEOPLE));
    const positions = await this.people.titles(ids(POSITIONS));
    const name = (field: string, value: string | null): string | null => {
      if (value === null) return null;
      if (UNITS.has(field)) return units.get(value) ?? value;
      if (POSITIONS.has(field)) return positions.get(value) ?? value;
      return PEOPLE.has(field) ? (people.get(value) ?? value) : value;
    };
    return changes.map((one) =>
      one.map(({ field, from, to }) => ({ field, from: name(field, from), to: name(field, to) })),
    );
  }
}
