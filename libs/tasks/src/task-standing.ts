import type { EntityManager } from 'typeorm';
import type { Actor } from '#organisation/actor';
import type { AsOf } from '#organisation/calendar/working-time';
import { prepared } from '#platform/prepared';
import { authorFor, type Supporting } from './responsibility/support-author';
import type { Task } from './task.entity';
import { isOverdue } from './light';
import { OPEN_STATUSES, type Need, type Part, type Standing, type UnfitMove } from './task-status';
import { nearestPolicy } from './policy/policies';

/** What a standing is told from, beside the task itself. */
export interface Circumstances {
  /** Reported progress or gave evidence, be it removed since. */
  worked: boolean;
  brokenDown: boolean;
  openChildren: boolean;
  openMilestones: boolean;
  /** Evidence of a part is evidence of the whole. */
  evidence: boolean;
  /** By the task itself, or by the policy in force for its lead unit. */
  evidenceNeeded: boolean;
  openRequest: boolean;
  /** The lead unit's name when it is an external body. */
  externalLead: string | null;
  support: (Supporting & { open: boolean; reported: boolean })[] | null;
}

type Moment = Pick<AsOf, 'today' | 'now'>;

const OPEN = OPEN_STATUSES.map((status) => `'${status}'`).join(', ');

/** The circumstances as columns over task t; $1 is the person who acts. */
export const CIRCUMSTANCES = `
  EXISTS (SELECT 1 FROM progress_entry e WHERE e.task_id = t.id AND e.person_id = $1 AND NOT e.from_ledger)
    OR EXISTS (SELECT 1 FROM attachment a WHERE a.subject_id = t.id AND a.uploaded_by_id = $1) AS worked,
  EXISTS (SELECT 1 FROM task c WHERE c.parent_id = t.id AND c.kind <> 'occurrence' AND c.status <> 'dropped') AS "brokenDown",
  EXISTS (SELECT 1 FROM task c WHERE c.parent_id = t.id AND c.status IN (${OPEN})) AS "openChildren",
  EXISTS (SELECT 1 FROM milestone m WHERE m.task_id = t.id AND m.done_on IS NULL) AS "openMilestones",
  EXISTS (SELECT 1 FROM attachment a WHERE a.removed_at IS NULL AND a.subject_id = t.id)
    OR EXISTS (SELECT 1 FROM task c JOIN attachment a ON a.subject_id = c.id AND a.removed_at IS NULL
      WHERE c.parent_id = t.id) AS evidence,
  coalesce(t.evidence_required, (${nearestPolicy('evidence_required', 't.lead_unit_id')}), false) AS "evidenceNeeded",
  EXISTS (SELECT 1 FROM task_request q WHERE q.task_id = t.id AND q.decision IS NULL) AS "openRequest",
  (SELECT v.name FROM unit v WHERE v.id = t.lead_unit_id AND v.external) AS "externalLead",
  (SELECT json_agg(json_build_object('unitId', s.unit_id, 'unitName', v.name, 'external', v.external,
     'personId', s.person_id, 'open', s.done_on IS NULL AND s.waived_on IS NULL,
     'reported', EXISTS (SELECT 1 FROM support_report z WHERE z.supporting_unit_id = s.id AND z.person_id = $1)))
   FROM supporting_unit s JOIN unit v ON v.id = s.unit_id WHERE s.task_id = t.id) AS support`;

/** The standing of a task that has been read. */
export async function loadStanding(db: EntityManager, actor: Actor, task: Task, at: Moment): Promise<Standing> {
  const sql = prepared(`SELECT ${CIRCUMSTANCES} FROM task t WHERE t.id = $2`);
  const [is] = await db.query<Circumstances[]>(sql, [actor.personId, task.id]);
  return standingOf(actor, task, is, at);
}

/** Which parts the actor has in a task, whether he did work on it, and what it still lacks. */
export function standingOf(actor: Actor, task: Task, is: Circumstances, at: Moment): Standing {
  const support = is.support ?? [];
  const lacks: Need[] = [];
  if (is.openChildren) lacks.push('children-done');
  if (is.openMilestones) lacks.push('milestones-done');
  if (support.some(({ open }) => open)) lacks.push('support-done');
  if (is.evidenceNeeded && !is.evidence) lacks.push('evidence');
  if (is.openRequest) lacks.push('requests-decided');
  return {
    status: task.status,
    former: task.suspendedFrom,
    ...partsOf(actor, task, is.externalLead, support),
    didTheWork: didTheWork(actor, task, is),
    brokenDown: is.brokenDown,
    evidenceRequired: is.evidenceNeeded,
    lacks,
    unfit: unfitFor(task, at),
  };
}

function unfitFor(task: Task, at: Moment): UnfitMove[] {
  const { kind, parentId, occursEvery, dueOn } = task;
  const unfit: UnfitMove[] = [];
  // One level is enough to charge units; more would hide who is responsible.
  if (parentId !== null || occursEvery !== null || kind === 'urgent') unfit.push('decompose');
  if (kind === 'urgent') unfit.push('re-date');
  if (kind === 'urgent' || dueOn === null) unfit.push('ask-extension');
  if (!isOverdue(task, at)) unfit.push('talk');
  return unfit;
}

/** What an external body did was not done by whoever entered it on its behalf. */
function didTheWork({ personId }: Actor, task: Task, { externalLead, worked, support }: Circumstances): boolean {
  if (externalLead === null && (worked || task.submittedById === personId)) return true;
  return (support ?? []).some((one) => one.reported && !one.external);
}

function partsOf(
  actor: Actor,
  task: Task,
  externalLead: string | null,
  support: readonly Supporting[],
): Pick<Standing, 'parts' | 'onBehalf'> {
  const parts = new Set<Part>();
  const onBehalf: Standing['onBehalf'] = {};
  const add = (part: Part, whose: ReturnType<Actor['actsAs']>) => {
    if (whose === undefined) return;
    parts.add(part);
    if (whose !== 'himself') onBehalf[part] = whose.name;
  };
  const supervises = actor.covers('task.assign', task.leadUnitId);
  if (supervises) parts.add('supervisor');
  if (actor.covers('task.lead', task.leadUnitId)) parts.add('leader');
  else add('leader', actor.actsAs(task.leaderId));
  if (externalLead === null && actor.covers('task.handle', task.leadUnitId)) parts.add('liaison');
  // Nobody in an external body has an account; the supervisor enters what it reports.
  if (externalLead !== null && supervises) {
    parts.add('liaison');
    onBehalf.liaison = externalLead;
  }
  add('assignee', actor.actsAs(task.assigneeId));
  if (support.some((one) => authorFor(actor, supervises, one) !== null)) parts.add('supporter');
  return { parts: [...parts], onBehalf };
}
