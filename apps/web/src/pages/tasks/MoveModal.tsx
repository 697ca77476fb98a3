import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Form, Modal } from 'antd';
import type { TaskDetail } from '../../api/generated';
import { assigneeOf, NOBODY } from '../../components/AssigneeSelect';
import { RefusedMove } from '../../components/RefusedMove';
import { useDraft } from '../../drafts/useDraft';
import { DEEDS, MOVES, type MoveName } from '../../words';
import { MOVE_FORMS, type Fields } from './move-forms';

/** Everything that may show other tasks than this one. */
const LISTS = ['tasks', 'task', 'overview', 'problem', 'problems'];

/** Asks for what a move needs and makes it. What was typed stays when the server refuses. */
export function MoveModal({ task, move, onClose }: { task: TaskDetail; move: MoveName; onClose: () => void }) {
  const [form] = Form.useForm<Fields>();
  const draft = useDraft(form, move);
  const queries = useQueryClient();
  const { message } = App.useApp();
  const unitId = Form.useWatch('leadUnitId', form) ?? task.leadUnitId;
  const asks = MOVE_FORMS[move];
  const make = useMutation({
    mutationFn: async (fields: Fields) => asks?.send({ path: { id: task.id }, version: task.version, fields }),
    onSuccess: (next) => {
      draft.clear();
      queries.setQueryData(['task', task.id], next);
      void queries.invalidateQueries({
        predicate: ({ queryKey: [kind, id] }) => LISTS.includes(String(kind)) && !(kind === 'task' && id === task.id),
      });
      void message.success(asks?.done);
      onClose();
    },
  });
  return (
    <Modal
      open
      title={MOVES[move]}
      okText={MOVES[move]}
      onOk={() => form.submit()}
      onCancel={onClose}
      confirmLoading={make.isPending}
      okButtonProps={{ danger: move === 'drop' }}
    >
      {make.error && <RefusedMove error={make.error} deeds={DEEDS} queryKey={['task', task.id]} reset={make.reset} />}
      {draft.offer}
      <Form<Fields>
        form={form}
        layout="vertical"
        initialValues={{
          leadUnitId: task.leadUnitId,
          assignee: assigneeOf(task),
          leaderId: task.leaderId,
          dueOn: task.dueOn,
          percent: task.progress,
          title: task.title,
          text: task.text,
          weight: task.weight,
          reportEvery: task.reportEvery,
          evidenceRequired: task.evidenceRequired ?? false,
        }}
        onValuesChange={(changed: Partial<Fields>) => {
          draft.onValuesChange();
          // People of the former unit do not come along.
          if (changed.leadUnitId) form.setFieldsValue({ assignee: NOBODY, leaderId: null });
        }}
        onFinish={(fields) => make.mutate(fields)}
      >
        <p style={{ marginTop: 0 }}>{task.title}</p>
        {asks?.fields({ task, unitId })}
      </Form>
    </Modal>
  );
}
