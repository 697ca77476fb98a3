import { LIGHTS, SOURCES, STATUS, TASK_KINDS } from '../../../words';
import type { TaskFilterName, TaskFilterValues } from '../useTaskFilters';
import { daysWord } from './quarters';
import { t } from '../../../language/t';

export interface Chip {
  key: string;
  text: string;
  /** What the address says without it. */
  without: Partial<Record<TaskFilterName, string | undefined>>;
}

interface Names {
  units: ReadonlyMap<string, string>;
  people: ReadonlyMap<string, string>;
  report?: string;
}

/** One chip for each single thing that narrows the list. */
export function filterChips(filters: TaskFilterValues, { units, people, report }: Names): Chip[] {
  const several = (name: TaskFilterName, label: string, word: (value: string) => string): Chip[] => {
    const values = (filters[name] ?? []) as readonly string[];
    return values.map((value) => ({
      key: `${name} ${value}`,
      text: `${label}：${word(value)}`,
      without: { [name]: values.filter((other) => other !== value).join(',') || undefined },
    }));
  };
  const one = (name: TaskFilterName, text: string): Chip[] =>
    filters[name] ? [{ key: name, text, without: { [name]: undefined } }] : [];
  const days = daysWord(filters.dueFrom, filters.dueTo);
  return [
    ...one('q', t`搜索：${filters.q ?? ''}`),
    ...several('unitId', t`单位`, (id) => units.get(id) ?? t`所选单位`),
    ...several('light', t`亮灯`, (light) => LIGHTS[light as keyof typeof LIGHTS]?.meaning ?? light),
    ...several('status', t`状态`, (status) => STATUS[status as keyof typeof STATUS] ?? status),
    ...several('kind', t`种类`, (kind) => TASK_KINDS[kind as keyof typeof TASK_KINDS] ?? kind),
    ...several('source', t`来源`, (source) => SOURCES[source as keyof typeof SOURCES] ?? source),
    ...(days ? [{ key: 'due', text: t`时限：${days}`, without: { dueFrom: undefined, dueTo: undefined } }] : []),
    ...several('assigneeId', t`责任人`, (id) => people.get(id) ?? t`所选人员`),
    ...several('leaderId', t`挂点领导`, (id) => people.get(id) ?? t`所选人员`),
    ...one('mine', t`只看我的`),
    ...one('supporting', t`本单位配合的`),
    ...one('reportId', t`报告：${report ?? t`所选报告`}`),
    ...one('ledgerImportId', t`所选台账`),
    ...one('parentId', t`所选任务的分解任务`),
  ];
}
