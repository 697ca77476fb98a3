import { useMutation } from '@tanstack/react-query';
import { App, Button } from 'antd';
import { useState } from 'react';
import { ask } from '../../../api/client';
import { listTasks, type ColumnChoice, type TaskLine } from '../../../api/generated';
import { useMay } from '../../../session/session';
import { BulkModal } from '../BulkModal';
import { NudgeModal } from '../escalation/NudgeModal';
import type { TaskFilterValues } from '../useTaskFilters';
import { saveChosen } from './save-list';
import { mayBeChosen, MOST_CHOSEN, type Choice } from './useChoice';
import { t } from '../../../language/t';

const PORTION = 500;

interface Props {
  choice: Choice;
  filters: TaskFilterValues;
  columns: readonly ColumnChoice[];
  total: number | undefined;
}

/** What may be done with the chosen tasks; stays at the lower edge while any are chosen. */
export function BatchBar({ choice, filters, columns, total = 0 }: Props) {
  const { message } = App.useApp();
  const assigns = useMay('task.assign');
  const [doing, setDoing] = useState<'assign' | 'nudge' | null>(null);
  const [read, setRead] = useState(0);
  const count = choice.tasks.length;
  const matching = useMutation({
    mutationFn: () => allMatching(filters, setRead),
    onSuccess: (tasks) => {
      choice.take(tasks);
      if (tasks.length >= MOST_CHOSEN) void message.info(t`一次最多选择 ${MOST_CHOSEN} 项，已选择排在最前面的。`);
    },
    onError: (error) => void message.error(error.message),
  });
  const save = useMutation({
    mutationFn: () =>
      saveChosen({
        taskIds: choice.tasks.map(({ id }) => id),
        columns: columns.map(({ name }) => name),
        sort: filters.sort,
      }),
    onError: (error) => void message.error(error.message),
  });
  const close = (done: boolean) => {
    setDoing(null);
    if (done) choice.clear();
  };
  if (count === 0) return null;
  return (
    <section className="batch-bar no-print" aria-label={t`所选任务`}>
      <b aria-live="polite">
        {t`已选`} {count} {t`项`}
      </b>
      {total > count && count < MOST_CHOSEN && (
        <Button type="link" loading={matching.isPending} onClick={() => matching.mutate()}>
          {matching.isPending ? t`正在选择，已读取 ${read} 项` : t`选择符合条件的全部任务`}
        </Button>
      )}
      <span className="grow" />
      <Button onClick={choice.clear}>{t`取消选择`}</Button>
      <Button loading={save.isPending} onClick={() => save.mutate()}>
        {t`导出所选`}
      </Button>
      <Button onClick={() => setDoing('nudge')}>{t`催办（${count}）`}</Button>
      {assigns && (
        <Button type="primary" onClick={() => setDoing('assign')}>
          {t`批量办理（${count}）`}
        </Button>
      )}
      {doing === 'nudge' && <NudgeModal tasks={choice.tasks} onClose={close} />}
      {doing === 'assign' && <BulkModal tasks={choice.tasks} onClose={close} />}
    </section>
  );
}

/** Everything that the filter finds and that may be chosen, in the order of the list, up to what one command takes. */
async function allMatching(
  { groupBy: _, ...filters }: TaskFilterValues,
  tell: (read: number) => void,
): Promise<TaskLine[]> {
  const tasks: TaskLine[] = [];
  let cursor: string | undefined;
  let read = 0;
  do {
    const page = await ask(listTasks({ query: { ...filters, cursor, limit: PORTION } }));
    tasks.push(...page.rows.filter(mayBeChosen));
    tell((read += page.rows.length));
    cursor = page.nextCursor ?? undefined;
  } while (cursor && tasks.length < MOST_CHOSEN);
  return tasks.slice(0, MOST_CHOSEN);
}
