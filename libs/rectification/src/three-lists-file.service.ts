import { PassThrough } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { Actor } from '#organisation/actor';
import type { AsOf } from '#organisation/calendar/working-time';
import { WorkingTime } from '#organisation/calendar/working-time';
import { PeopleDirectory } from '#organisation/people-directory';
import { UnitDirectory } from '#organisation/unit-directory';
import { DomainError } from '#platform/domain-error';
import { filterWords } from './filter-words';
import { LIST_MEDIA, type ListFile, type ListFormat } from './list-file';
import { LISTS_TITLE, writeListsAsWord, writeListsAsWorkbook } from './list-writers';
import type { FilterProblems } from './problem.dto';
import { countListed, threeListRows, type ListName, type ListRow } from './three-lists';
import type { ExportThreeLists } from './three-lists.dto';

/** Problems in one file. A workbook is written row by row; a Word document is made as a whole, and meant to be read. */
const MOST: Record<ListFormat, number> = { xlsx: 20_000, docx: 1_000 };
/** Problems read at a time. */
const PORTION = 500;

/** 三张清单 as files, of the very rows and columns that are on screen. */
@Injectable()
export class ThreeListsFileService {
  constructor(
    private readonly db: DataSource,
    private readonly units: UnitDirectory,
    private readonly people: PeopleDirectory,
    private readonly time: WorkingTime,
  ) {}

  /** Throws three-lists.too-many. */
  async write(actor: Actor, { format, ...ask }: ExportThreeLists): Promise<ListFile> {
    const at = await this.time.asOf();
    const subtree = ask.unitId === undefined ? undefined : await this.units.subtree(ask.unitId);
    const most = MOST[format];
    const total = await countListed(this.db.manager, actor, ask, at.today, subtree, most + 1);
    if (total > most) throw tooMany(format, most);
    const head = { today: at.today, total, scope: await this.words(ask) };
    const content = new PassThrough();
    // All lists show the same moment, however long the writing takes.
    const written = this.db.transaction('REPEATABLE READ', async (tx) => {
      const lists = { ...head, rows: (name: ListName) => allRows(tx, actor, name, ask, at, subtree) };
      if (format === 'xlsx') await writeListsAsWorkbook(content, lists);
      else content.end(await writeListsAsWord(lists));
    });
    // Whoever reads half a file is told so by the broken connection.
    written.catch((error: Error) => content.destroy(error));
    return {
      fileName: `${LISTS_TITLE}${at.today.replaceAll('-', '')}.${format}`,
      mediaType: LIST_MEDIA[format],
      content,
    };
  }

  private async words(ask: FilterProblems): Promise<string> {
    const given = (id: string | undefined) => (id === undefined ? [] : [id]);
    const reports = await this.db.query<{ title: string }[]>('SELECT title FROM report WHERE id = $1', [
      ask.reportId ?? null,
    ]);
    const names = new Map([
      ...(await this.units.names(given(ask.unitId))),
      ...(await this.people.names(given(ask.leaderId))),
      ...reports.map(({ title }) => [ask.reportId ?? '', title] as const),
    ]);
    return filterWords(ask, names);
  }
}

const tooMany = (format: ListFormat, most: number) =>
  new DomainError(
    'invalid',
    'three-lists.too-many',
    format === 'docx'
      ? `Word 文档最多列出 ${most} 个问题，请用筛选缩小范围，或导出 Excel。`
      : `一个文件最多列出 ${most} 个问题，请用筛选缩小范围后分次导出。`,
  );

async function* allRows(
  tx: EntityManager,
  actor: Actor,
  name: ListName,
  ask: FilterProblems,
  at: AsOf,
  subtree: string[] | undefined,
): AsyncGenerator<ListRow> {
  let cursor: string | undefined;
  do {
    const { rows, nextCursor } = await threeListRows(tx, actor, name, ask, { cursor, limit: PORTION }, at, subtree);
    yield* rows;
    cursor = nextCursor ?? undefined;
  } while (cursor);
}
