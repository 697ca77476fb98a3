import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Actor } from '#organisation/actor';
import { WorkingTime } from '#organisation/calendar/working-time';
import { Conditions } from '#platform/conditions';
import { taskSummaries } from '../task-list';
import { MOVES } from '../task-status';
import type { OwnTask, OwnWork } from './own-work.view';
import { URGENCIES, urgencyOf } from './urgency';

/** More than anybody works through in a day; the list of tasks shows all. */
const SHOWN = 100;

const STATE = `SELECT t.id, (SELECT CASE WHEN v.outcome = 'rejected'
      AND NOT EXISTS (SELECT 1 FROM progress_entry e WHERE e.task_id = t.id AND e.at > v.at) THEN coalesce(v.note, '') END
    FROM verification v WHERE v.task_id = t.id ORDER BY v.round DESC LIMIT 1) AS "sentBack",
  EXISTS (SELECT 1 FROM task c WHERE c.parent_id = t.id AND c.kind <> 'occurrence' AND c.status <> 'dropped') AS "brokenDown"
  FROM task t WHERE t.id = ANY($1::uuid[])`;

type State = Pick<OwnTask, 'id' | 'sentBack' | 'brokenDown'>;

/** 我的任务: what the present person, or whom he acts for, has to do himself. */
@Injectable()
export class OwnWorkService {
  constructor(
    private readonly db: DataSource,
    private readonly time: WorkingTime,
  ) {}

  async ownWork(actor: Actor): Promise<OwnWork> {
    const at = await this.time.asOf();
    const own = () => new Conditions().add('t.assignee_id = ANY(?::uuid[])', actor.selves);
    const toDo = own().add(`t.status IN ('assigned', 'accepted', 'in-progress')`);
    const rows = await taskSummaries(this.db.manager, at, toDo, SHOWN + 1);
    const shown = rows.slice(0, SHOWN);
    const states = await this.db.query<State[]>(STATE, [shown.map(({ id }) => id)]);
    const stateOf = new Map(states.map((state) => [state.id, state]));
    const waiting = own().add(`t.status = 'submitted'`);
    const [{ n }] = await this.db.query<{ n: number }[]>(
      `SELECT count(*)::int AS n FROM task t ${waiting.where}`,
      waiting.values,
    );
    const tasks = shown.map((task): OwnTask => {
      const { sentBack = null, brokenDown = false } = stateOf.get(task.id) ?? {};
      return {
        ...task,
        ...{ sentBack, brokenDown },
        urgency: urgencyOf({ ...task, sentBack: sentBack !== null }, at.today),
        mayAccept: MOVES.accept.from.some((status) => status === task.status),
        mayReport: MOVES.progress.from.some((status) => status === task.status),
      };
    });
    const rank = ({ urgency }: OwnTask) => URGENCIES.indexOf(urgency);
    // Sorting keeps the order by deadline within each urgency.
    return { tasks: tasks.sort((a, b) => rank(a) - rank(b)), more: rows.length > SHOWN, submitted: n };
  }
}
