import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Alert, App, Button, Select } from 'antd';
import { ask } from '../../api/client';
import { recurTask, type TaskDetail } from '../../api/generated';
import { OCCURRENCE } from '../../words';
import { t } from '../../language/t';

type Every = NonNullable<TaskDetail['occursEvery']>;

/** A duty that comes back: how often, and the offer to make it one where the report says so. */
export function Recurrence({ task }: { task: TaskDetail }) {
  const queries = useQueryClient();
  const { message } = App.useApp();
  const recur = useMutation({
    mutationFn: (every: Every | null) =>
      ask(recurTask({ path: { id: task.id }, body: { version: task.version, every } })),
    onSuccess: () => void queries.invalidateQueries(),
    onError: (error) => void message.error(error.message),
  });
  const may = task.moves.includes('change');
  if (task.occursEvery === null) {
    if (!may || task.suggestedEvery === null) return null;
    const every = task.suggestedEvery;
    return (
      <Alert
        className="no-print"
        type="info"
        showIcon
        title={t`原文说“${task.recurrence}”，可以设为周期性任务：${OCCURRENCE[every]}自动产生一期，逐期办理和销号。`}
        action={
          <Button size="small" loading={recur.isPending} onClick={() => recur.mutate(every)}>
            {t`设为`}
            {OCCURRENCE[every]}
            {t`一期`}
          </Button>
        }
      />
    );
  }
  return (
    <Alert
      type="info"
      title={t`周期性任务：${OCCURRENCE[task.occursEvery]}一期，到期自动产生，各期见“分解任务”。`}
      action={
        may && (
          <Select<Every | 'none'>
            size="small"
            aria-label={t`周期`}
            value={task.occursEvery}
            loading={recur.isPending}
            onChange={(next) => recur.mutate(next === 'none' ? null : next)}
            options={[
              ...Object.entries(OCCURRENCE).map(([value, label]) => ({
                value: value as Every,
                label: t`${label}一期`,
              })),
              { value: 'none' as const, label: t`不再重复` },
            ]}
          />
        )
      }
    />
  );
}
