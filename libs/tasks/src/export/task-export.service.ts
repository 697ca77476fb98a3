import { PassThrough, type Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { WrittenCell, WrittenColumn } from '#documents/written-table';
import { writeWorkbook } from '#documents/workbook-writer/write-workbook';
import type { Actor } from '#organisation/actor';
import { WorkingTime, type AsOf } from '#organisation/calendar/working-time';
import { UnitDirectory } from '#organisation/unit-directory';
import { Clock, dayIn } from '#platform/clock';
import { DomainError } from '#platform/domain-error';
import { FIRST_COLUMNS, type ListColumn } from '../list-columns';
import { GROUPING_LABELS, type TaskGrouping } from '../task-grouping';
import { groupTasks } from '../task-groups';
import { filterTasks, listTasks } from '../task-list';
import type { TaskOrder } from '../task-orders';
import type { TaskLine } from '../task.view';
import type { ExportChosenTasks, ExportTasks } from './export.dto';
import { scopeWords } from './filter-words';
import { groupWord } from './group-words';
import { WRITTEN } from './written-columns';

/** Rows of one file; a workbook of more takes minutes to open. */
const MOST = 100_000;
/** Tasks read at a time. */
const PORTION = 500;
const TITLE = '任务清单';
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

export interface TaskFile {
  fileName: string;
  mediaType: string;
  content: Readable;
  /** Tasks in it. */
  total: number;
}

interface Wanted {
  ask: Pick<ExportTasks, 'groupBy' | 'sort'> & ExportTasks;
  ids?: readonly string[];
  columns: readonly ListColumn[];
  scope: string;
}

/** The list of tasks as a workbook: the very rows, columns and order that are on screen. */
@Injectable()
export class TaskExportService {
  constructor(
    private readonly db: DataSource,
    private readonly units: UnitDirectory,
    private readonly time: WorkingTime,
    private readonly clock: Clock,
  ) {}

  /** Throws list.too-many. */
  async write(actor: Actor, ask: ExportTasks): Promise<TaskFile> {
    const scope = await scopeWords(this.db.manager, ask);
    return this.file(actor, { ask, columns: chosenColumns(ask.columns), scope });
  }

  async writeChosen(actor: Actor, { taskIds, columns, sort }: ExportChosenTasks): Promise<TaskFile> {
    return this.file(actor, { ask: { sort }, ids: taskIds, columns: chosenColumns(columns), scope: '所选任务' });
  }

  private async file(actor: Actor, wanted: Wanted): Promise<TaskFile> {
    const at = await this.time.asOf();
    const subtree = await this.units.subtrees(wanted.ask.unitId);
    const total = await this.count(actor, wanted, at, subtree);
    if (total > MOST) {
      const message = `一个文件最多列出 ${MOST / 10_000} 万项任务，请用筛选缩小范围后分次导出。`;
      throw new DomainError('invalid', 'list.too-many', message);
    }
    const { columns, ask, scope } = wanted;
    const group: WrittenColumn[] = ask.groupBy ? [{ title: `按${GROUPING_LABELS[ask.groupBy]}分组`, width: 10 }] : [];
    const content = new PassThrough();
    // Every page of rows is of the same moment, however long the writing takes.
    const written = this.db.transaction('REPEATABLE READ', (tx) =>
      writeWorkbook(content, TITLE, [
        {
          ...{ name: TITLE, title: TITLE, subtitle: `截至 ${at.today}　共 ${total} 项　范围：${scope}` },
          columns: [...group, ...columns.map((name) => WRITTEN[name])],
          rows: this.cells(allRows(tx, actor, wanted, at, subtree), columns),
        },
      ]),
    );
    // Whoever reads half a file is told so by the broken connection.
    written.catch((error: Error) => content.destroy(error));
    return { fileName: fileName(scope, at.today), mediaType: XLSX, content, total };
  }

  private async count(actor: Actor, { ask, ids }: Wanted, at: AsOf, subtree: string[] | undefined): Promise<number> {
    const filter = filterTasks(actor, ask, at, subtree).given(ids, 't.id = ANY(?::uuid[])');
    const [{ total }] = await this.db.query<{ total: number }[]>(
      `SELECT count(*)::int AS total FROM (
         SELECT 1 FROM task t LEFT JOIN anchor n ON n.id = t.anchor_id ${filter.where} LIMIT ${MOST + 1}) x`,
      filter.values,
    );
    return total;
  }

  private async *cells(rows: AsyncIterable<Row>, columns: readonly ListColumn[]): AsyncGenerator<WrittenCell[]> {
    const day = (instant: string) => dayIn(this.clock.zone, new Date(instant));
    for await (const { task, group } of rows) {
      const shown = { ...task, updatedAt: day(task.updatedAt) };
      const cells = columns.map((name) => ({ text: WRITTEN[name].text(shown) }));
      yield group === null ? cells : [{ text: group }, ...cells];
    }
  }
}

interface Row {
  task: TaskLine;
  /** In words; null without grouping. */
  group: string | null;
}

async function* allRows(
  tx: EntityManager,
  actor: Actor,
  { ask, ids }: Wanted,
  at: AsOf,
  subtree: string[] | undefined,
): AsyncGenerator<Row> {
  const read = async function* (
    group: string | null,
    of: { groupBy?: TaskGrouping; group?: string; sort?: TaskOrder },
  ) {
    let cursor: string | undefined;
    do {
      const page = await listTasks(tx, actor, { ...ask, ...of, ids, cursor, limit: PORTION }, at, subtree, false);
      for (const task of page.rows) yield { task, group };
      cursor = page.nextCursor ?? undefined;
    } while (cursor);
  };
  if (!ask.groupBy) return yield* read(null, {});
  const { groupBy } = ask;
  for (const group of await groupTasks(tx, actor, { ...ask, groupBy }, at, subtree)) {
    yield* read(groupWord(groupBy, group), { groupBy, group: group.key });
  }
}

const chosenColumns = (columns: readonly ListColumn[] | undefined): readonly ListColumn[] =>
  columns && columns.length > 0 ? [...new Set(columns)] : FIRST_COLUMNS;

/** Says what is in it and of when; what no file name may hold is left out. */
function fileName(scope: string, today: string): string {
  const what = scope.replace(/[\\/:*?"<>|\s]+/g, ' ').slice(0, 40);
  return `${TITLE}（${what}）${today.replaceAll('-', '')}.xlsx`;
}
