import type { EntityManager } from 'typeorm';
import { SOURCE_LABELS } from '../task-source';
import { STATUS_LABELS } from '../task-status';
import type { TaskFilter } from '../task-filter.dto';
import { KIND_WORDS, LIGHT_WORDS } from './written-columns';

const NAMES = `SELECT id::text, name FROM unit WHERE id = ANY($1::uuid[]) UNION ALL
  SELECT id::text, name FROM person WHERE id = ANY($1::uuid[]) UNION ALL
  SELECT id::text, title FROM report WHERE id = ANY($1::uuid[]) UNION ALL
  SELECT id::text, file_name FROM ledger_import WHERE id = ANY($1::uuid[])`;

/** Which tasks, in words. */
export async function scopeWords(db: EntityManager, ask: TaskFilter): Promise<string> {
  const { unitId = [], assigneeId = [], leaderId = [], reportId, ledgerImportId } = ask;
  const ids = [...unitId, ...assigneeId, ...leaderId, reportId, ledgerImportId].filter((id) => id !== undefined);
  const rows = ids.length > 0 ? await db.query<{ id: string; name: string }[]>(NAMES, [ids]) : [];
  return filterWords(ask, new Map(rows.map(({ id, name }) => [id, name])));
}

/** The same with the names of what is asked for by id. */
export function filterWords(ask: TaskFilter, names: ReadonlyMap<string, string>): string {
  const said = (ids: readonly string[] = []) => ids.flatMap((id) => names.get(id) ?? []).join('、');
  const told = <Key extends string>(keys: readonly Key[] = [], words: Record<Key, string>) =>
    keys.map((key) => words[key]).join('、');
  const parts = [
    ask.mine ? '我负责的' : '',
    ask.supporting ? '本单位配合的' : '',
    said(ask.unitId),
    said(ask.assigneeId),
    ask.leaderId ? `${said(ask.leaderId)}挂点` : '',
    told(ask.light, LIGHT_WORDS),
    told(ask.status, STATUS_LABELS),
    told(ask.kind, KIND_WORDS),
    told(ask.source, SOURCE_LABELS),
    dueWords(ask),
    said(ask.reportId ? [ask.reportId] : []),
    said(ask.ledgerImportId ? [ask.ledgerImportId] : []),
    ask.q ? `含“${ask.q}”` : '',
  ].filter((part) => part !== '');
  return parts.length > 0 ? parts.join(' ') : '全部';
}

function dueWords({ dueFrom, dueTo }: TaskFilter): string {
  if (dueFrom && dueTo) return `${dueFrom} 至 ${dueTo} 到期`;
  if (dueFrom) return `${dueFrom} 起到期`;
  return dueTo ? `${dueTo} 前到期` : '';
}
