import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Button, Card } from 'antd';
import { ask } from '../../api/client';
import { reachMilestone, type TaskDetail } from '../../api/generated';
import { t } from '../../language/t';

/** The stages of a task, and which of them are reached. */
export function Milestones({ task }: { task: TaskDetail }) {
  const queries = useQueryClient();
  const { message } = App.useApp();
  const reach = useMutation({
    mutationFn: (milestoneId: string) =>
      ask(reachMilestone({ path: { id: task.id, milestoneId }, body: { version: task.version } })),
    onSuccess: () => void queries.invalidateQueries({ queryKey: ['task', task.id] }),
    onError: (error) => void message.error(error.message),
  });
  const may = task.moves.includes('progress');
  const done = task.milestones.filter(({ doneOn }) => doneOn !== null).length;
  return (
    <Card title={t`阶段目标（已完成 ${done} / ${task.milestones.length}）`}>
      <ol className="milestones">
        {task.milestones.map(({ id, title, dueOn, doneOn, doneBy }) => (
          <li key={id}>
            <span className="grow">
              {title}{' '}
              <span className="quiet small">
                {t`时限`} {dueOn}
              </span>
            </span>
            {doneOn ? (
              <span className={doneOn > dueOn ? 'late' : 'quiet'}>
                {doneBy}
                {t`于`} {doneOn} {doneOn > dueOn ? t`逾期完成` : t`完成`}
              </span>
            ) : (
              may && (
                <Button
                  size="small"
                  loading={reach.isPending && reach.variables === id}
                  onClick={() => reach.mutate(id)}
                  aria-label={t`标记完成：${title}`}
                >
                  {t`标记完成`}
                </Button>
              )
            )}
          </li>
        ))}
      </ol>
    </Card>
  );
}
