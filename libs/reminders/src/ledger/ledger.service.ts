import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { addDays } from '#language/day';
import type { Actor } from '#organisation/actor';
import { WorkingTime } from '#organisation/calendar/working-time';
import { Person } from '#organisation/person.entity';
import { UnitDirectory } from '#organisation/unit-directory';
import { Clock } from '#platform/clock';
import { Conditions } from '#platform/conditions';
import { DomainError } from '#platform/domain-error';
import { Mailer } from '#platform/mailer';
import { Settings } from '#platform/settings';
import { unknownTask } from '#tasks/task-commands';
import { visibleTasks } from '#tasks/task-sight';
import { Task } from '#tasks/task.entity';
import { explain } from './explain';
import { explanationFacts } from './explanation-facts';
import { countReminders, ledgerOfUnits, listOwnReminders, listReminders } from './ledger-list';
import type { ExplainReminders, ListOwnReminders, ListReminders } from './ledger.dto';
import type { ReminderDetail, ReminderExplanation, ReminderPage, ReminderView, TaskReminders } from './ledger.view';
import { nextReminder } from '../planning/next-reminder';
import { ruleWords } from '../rule-words';
import { newestReminders, reminderViews } from './reminder-rows';

/** Days that are shown when nothing else is asked for. */
const DAYS = 30;
/** Lines of one task, or of one mail, that are shown. */
const MOST_LINES = 100;

export const unknownReminder = () => new DomainError('unknown', 'reminder.unknown', '没有找到这条提醒，或您无权查看。');

/** Reads the ledger 提醒台账: what was intended, what became of it, and why. */
@Injectable()
export class LedgerService {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly time: WorkingTime,
    private readonly settings: Settings,
    private readonly units: UnitDirectory,
    private readonly mailer: Mailer,
  ) {}

  /** The reminders of tasks of the units whose ledger `actor` reads. */
  async list(actor: Actor, { from, to, ...ask }: ListReminders): Promise<ReminderPage> {
    const today = this.clock.today();
    const days = { from: from ?? addDays(to ?? today, -DAYS), to: to ?? today };
    const subtree = ask.unitId === undefined ? undefined : await this.units.subtree(ask.unitId);
    return listReminders(this.db.manager, actor, { ...ask, ...days }, subtree, this.settings.timeZone);
  }

  /** 我收到的提醒 */
  listOwn(actor: Actor, ask: ListOwnReminders): Promise<ReminderPage> {
    return listOwnReminders(this.db.manager, actor, ask);
  }

  /** One reminder with the others of the same mail. Throws reminder.unknown. */
  async get(actor: Actor, id: string): Promise<ReminderDetail> {
    const db = this.db.manager;
    const [row] = await newestReminders(db, visibleReminders(actor).add('r.id = ?', id), 1);
    if (!row) throw unknownReminder();
    const [reminder] = await reminderViews(db, actor, [row]);
    if (row.mailId === null) return { reminder, together: [], hidden: 0 };
    const others = (filter: Conditions) => filter.add('r.mail_id = ? AND r.id <> ?', row.mailId, id);
    const rows = await newestReminders(db, others(visibleReminders(actor)), MOST_LINES);
    const all = await countReminders(db, others(new Conditions()));
    return { reminder, together: await reminderViews(db, actor, rows), hidden: all - rows.length };
  }

  /** Who was reminded of a task, for everybody who may see it. Throws task.unknown. */
  async ofTask(actor: Actor, taskId: string): Promise<TaskReminders> {
    const db = this.db.manager;
    const task = await taskInSight(db, actor, taskId);
    const filter = new Conditions().add('r.task_id = ?', taskId);
    const total = await countReminders(db, filter);
    const mayAskAbout = actor.covers('reminder.read', task.leadUnitId);
    const views = await reminderViews(db, actor, await newestReminders(db, filter, MOST_LINES));
    // What a mail server says about somebody's address concerns him and who looks after the reminders.
    const hide = (row: ReminderView) => ({ ...row, mail: null, why: row.status === 'failed' ? null : row.why });
    const rows = views.map((row) => (mayAskAbout || row.recipientId === actor.personId ? row : hide(row)));
    return { rows, total, mayAskAbout };
  }

  /** Why a person did, or did not, get mails about a task. Throws task.unknown, person.unknown or reminder.not-yours. */
  async explain(actor: Actor, taskId: string, ask: ExplainReminders): Promise<ReminderExplanation> {
    const db = this.db.manager;
    const task = await taskInSight(db, actor, taskId);
    const personId = ask.personId ?? actor.personId;
    if (personId !== actor.personId && !actor.covers('reminder.read', task.leadUnitId)) {
      const message = '只能查询本人的提醒；要查询他人的提醒，请联系督办员或管理员。';
      throw new DomainError('forbidden', 'reminder.not-yours', message);
    }
    const person = await db.findOneBy(Person, { id: personId });
    if (!person) throw new DomainError('unknown', 'person.unknown', '没有找到这个人员，请刷新后再试。');
    const at = await this.time.asOf();
    const zone = this.settings.timeZone;
    const facts = await explanationFacts(db, task, person, { ...at, zone }, this.mailer.ready);
    const next = await nextReminder(db, task.id, person.id, at, zone);
    const sentences = explain({ ...facts, next: next && { on: next.on, rule: ruleWords(next.rule, null) } });
    return { personName: person.name, sentences };
  }
}

/** One's own reminders, and those of tasks of the units whose ledger one reads. */
function visibleReminders(actor: Actor): Conditions {
  if (actor.everywhere('reminder.read')) return ledgerOfUnits(new Conditions(), actor);
  const units = actor.unitsFor('reminder.read');
  return new Conditions().add('r.recipient_id = ? OR t.lead_unit_id = ANY(?::uuid[])', actor.personId, units);
}

/** A task whose page one may open, or in whose unit one reads the ledger. */
async function taskInSight(db: EntityManager, actor: Actor, id: string): Promise<Task> {
  const task = await db.findOneBy(Task, { id });
  if (!task) throw unknownTask();
  if (actor.covers('reminder.read', task.leadUnitId)) return task;
  const filter = visibleTasks(new Conditions().add('t.id = ?', id), actor);
  const seen = await db.query<unknown[]>(`SELECT 1 FROM task t ${filter.where}`, filter.values);
  if (seen.length === 0) throw unknownTask();
  return task;
}
