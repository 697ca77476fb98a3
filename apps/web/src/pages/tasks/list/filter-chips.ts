import { LIGHTS, SOURCES, STATUS, TASK_KINDS } from '../../../words';
import type { TaskFilterName, TaskFilterValues } from '../useTaskFilters';
import { daysWord } from './quarters';

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
    ...one('q', `搜索：${filters.q ?? ''}`),
    ...several('unitId', '单位', (id) => units.get(id) ?? '所选单位'),
    ...several('light', '亮灯', (light) => LIGHTS[light as keyof typeof LIGHTS]?.meaning ?? light),
    ...several('status', '状态', (status) => STATUS[status as keyof typeof STATUS] ?? status),
    ...several('kind', '种类', (kind) => TASK_KINDS[kind as keyof typeof TASK_KINDS] ?? kind),
    ...several('source', '来源', (source) => SOURCES[source as keyof typeof SOURCES] ?? source),
    ...(days ? [{ key: 'due', text: `时限：${days}`, without: { dueFrom: undefined, dueTo: undefined } }] : []),
    ...several('assigneeId', '责任人', (id) => people.get(id) ?? '所选人员'),
    ...several('leaderId', '挂点领导', (id) => people.get(id) ?? '所选人员'),
    ...one('mine', '只看我的'),
    ...one('supporting', '本单位配合的'),
    ...one('reportId', `报告：${report ?? '所选报告'}`),
    ...one('ledgerImportId', '所选台账'),
    ...one('parentId', '所选任务的分解任务'),
  ];
}
