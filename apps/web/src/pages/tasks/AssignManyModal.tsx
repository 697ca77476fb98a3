import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Alert, App, Form, Modal } from 'antd';
import { ask } from '../../api/client';
import { assignTasks, type TaskSummary } from '../../api/generated';
import { OwnerFields, type Owner } from '../../components/OwnerFields';

/** Charges many tasks at once; what is left empty stays as each task has it. */
export function AssignManyModal({ tasks, onClose }: { tasks: TaskSummary[]; onClose: (done: boolean) => void }) {
  const [form] = Form.useForm<Owner>();
  const queries = useQueryClient();
  const { message } = App.useApp();
  const assign = useMutation({
    mutationFn: ({ unitId, assigneeId, dueOn }: Owner) =>
      ask(
        assignTasks({
          body: {
            taskIds: tasks.map(({ id }) => id),
            leadUnitId: unitId,
            assigneeId: assigneeId ?? undefined,
            dueOn: dueOn ?? undefined,
          },
        }),
      ),
    onSuccess: ({ assigned }) => {
      void message.success(`已交办 ${assigned} 项任务`);
      void queries.invalidateQueries();
      onClose(true);
    },
  });
  const undated = tasks.filter(({ dueOn }) => dueOn === null).length;
  return (
    <Modal
      open
      title={`批量交办 ${tasks.length} 项任务`}
      okText="交办"
      onOk={() => form.submit()}
      onCancel={() => onClose(false)}
      confirmLoading={assign.isPending}
    >
      <p className="quiet">留空的内容按各项任务现有的牵头单位、责任人和时限交办。</p>
      {undated > 0 && (
        <Alert type="warning" showIcon title={`其中 ${undated} 项还没有完成时限`} style={{ marginBottom: 12 }} />
      )}
      {assign.error && <Alert type="error" showIcon title={assign.error.message} style={{ marginBottom: 12 }} />}
      <Form form={form} layout="vertical" onFinish={(fields) => assign.mutate(fields)}>
        <OwnerFields unitIds={tasks.map(({ leadUnitId }) => leadUnitId)} />
      </Form>
    </Modal>
  );
}
