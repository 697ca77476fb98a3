import { useQuery } from '@tanstack/react-query';
import { Button, Card } from 'antd';
import { useState } from 'react';
import { ask } from '../../api/client';
import {
  getTaskReminderPolicy,
  setTaskReminderPolicy,
  type TaskDetail,
  type TaskReminderPolicy,
} from '../../api/generated';
import { Failure } from '../../components/Failure';
import { FormModal } from '../../components/FormModal';
import { ReminderFields } from '../policies/ReminderFields';
import { fieldsOf, rulesInWords, saidIn, type PolicyFields } from '../policies/reminder-words';
import { t } from '../../language/t';

/** When this task is reminded of; whoever may change it may have it otherwise than its unit. */
export function TaskReminders({ task }: { task: TaskDetail }) {
  const { data, error, refetch } = useQuery({
    queryKey: ['task', task.id, 'reminder-policy'],
    queryFn: () => ask(getTaskReminderPolicy({ path: { id: task.id } })),
  });
  const [editing, setEditing] = useState(false);
  if (error) return <Failure error={error} retry={() => void refetch()} />;
  if (!data) return null;
  return (
    <Card
      title={t`提醒规则`}
      extra={
        data.changeable && (
          <Button size="small" className="no-print" aria-label={t`设置提醒规则`} onClick={() => setEditing(true)}>
            {t`设置`}
          </Button>
        )
      }
    >
      {rulesInWords(data.inForce)}
      <span className="quiet">{data.version > 0 ? t`（本任务单独设置）` : t`（按单位规则）`}</span>
      {editing && <SetRules taskId={task.id} policy={data} onClose={() => setEditing(false)} />}
    </Card>
  );
}

function SetRules({ taskId, policy, onClose }: { taskId: string; policy: TaskReminderPolicy; onClose: () => void }) {
  const { own, above, version } = policy;
  return (
    <FormModal<PolicyFields>
      title={t`提醒规则：本任务`}
      okText={t`保存`}
      done={t`提醒规则已保存`}
      renews={['task']}
      width={640}
      initialValues={fieldsOf(own)}
      send={(fields) => ask(setTaskReminderPolicy({ path: { id: taskId }, body: { version, ...saidIn(fields) } }))}
      onClose={onClose}
    >
      <ReminderFields above={above} empty={t`同单位`} />
    </FormModal>
  );
}
