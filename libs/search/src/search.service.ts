import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Actor } from '#organisation/actor';
import { WorkingTime } from '#organisation/calendar/working-time';
import { searchWords } from '#platform/search-words';
import { waysFor } from './candidates';
import { DETAILS } from './hit-details';
import { countHits, rankedHits } from './ranking';
import type { SearchFor } from './search.dto';
import { SEARCH_KINDS, type SearchGroup, type SearchKind, type SearchResult } from './search.view';
import { SEARCHED } from './searched';

/** Hits shown at a time. */
const PAGE = 20;

/** Who may read something of a kind. Tasks and problems may be anybody's own. */
const READS: Record<SearchKind, (actor: Actor) => boolean> = {
  task: () => true,
  problem: () => true,
  report: (actor) => actor.may('report.read'),
};

/** Searches tasks, problems and the text of reports, as far as the person sees them. */
@Injectable()
export class SearchService {
  constructor(
    private readonly db: DataSource,
    private readonly time: WorkingTime,
  ) {}

  /** Throws search.too-short and list.cursor. */
  async search(actor: Actor, ask: SearchFor): Promise<SearchResult> {
    const words = searchWords(ask.q);
    const kinds = SEARCH_KINDS.filter((kind) => READS[kind](actor) && (ask.kind ?? kind) === kind);
    const groups: SearchGroup[] = [];
    for (const kind of kinds) groups.push(await this.group(actor, kind, words, ask.kind && ask.cursor));
    return { groups };
  }

  private async group(
    actor: Actor,
    kind: SearchKind,
    words: readonly string[],
    cursor: string | undefined,
  ): Promise<SearchGroup> {
    const db = this.db.manager;
    const searched = SEARCHED[kind];
    const ask = { searched, actor, words, ways: await waysFor(db, searched, actor, words) };
    const { keys, nextCursor } = await rankedHits(db, ask, PAGE, cursor);
    const rows = keys.length > 0 ? await DETAILS[kind](db, keys, words, await this.time.asOf()) : [];
    return { kind, rows, nextCursor, total: await countHits(db, ask) };
  }
}
