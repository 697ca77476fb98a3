import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Form, Input, Modal } from 'antd';
import { ask } from '../../../api/client';
import { assignTask, handOverTask, reDateTask, type TaskLine } from '../../../api/generated';
import { AssigneeSelect, assigneeOf, NOBODY, type Assignee } from '../../../components/AssigneeSelect';
import { DaySelect } from '../../../components/DaySelect';
import { RefusedMove } from '../../../components/RefusedMove';
import { UnitSelect } from '../../../components/UnitSelect';
import { DEEDS, MOVES } from '../../../words';
import type { CellEdit } from './cell-edits';
import { withChanged } from './changed-row';
import { t } from '../../../language/t';

interface Fields {
  leadUnitId: string;
  assignee: Assignee;
  dueOn: string | null;
  reason: string;
}

const DONE: Record<CellEdit, string> = { assign: t`已交办`, 're-date': t`已改期`, 'hand-over': t`已移交` };

/** A small form at the cell: the command is the one of the task's own page, at the version that is on screen. */
export function EditCell({ edit, task, onClose }: { edit: CellEdit; task: TaskLine; onClose: () => void }) {
  const [form] = Form.useForm<Fields>();
  const unitId = Form.useWatch('leadUnitId', { form, preserve: true }) ?? task.leadUnitId;
  const queries = useQueryClient();
  const { message } = App.useApp();
  const send = useMutation({
    mutationFn: (fields: Fields) => ask(command(edit, task, fields)),
    onSuccess: (detail) => {
      queries.setQueriesData({ queryKey: ['tasks'] }, withChanged(detail));
      void queries.invalidateQueries({ queryKey: ['task', task.id] });
      void queries.invalidateQueries({ queryKey: ['tasks', 'groups'] });
      void message.success(DONE[edit]);
      onClose();
    },
  });
  return (
    <Modal
      open
      width={440}
      title={`${MOVES[edit]}：${task.title}`}
      okText={MOVES[edit]}
      confirmLoading={send.isPending}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      {send.error && <RefusedMove error={send.error} deeds={DEEDS} queryKey={['tasks']} reset={send.reset} />}
      <Form<Fields>
        form={form}
        layout="vertical"
        initialValues={{ leadUnitId: task.leadUnitId, assignee: assigneeOf(task), dueOn: task.dueOn, reason: '' }}
        onFinish={(fields) => send.mutate(fields)}
      >
        {edit === 'assign' && (
          <>
            <p className="quiet">{t`任务还没有交办：确定牵头单位和责任人后即交办。`}</p>
            <Form.Item name="leadUnitId" label={t`牵头单位`} rules={[{ required: true, message: t`请选择牵头单位` }]}>
              <UnitSelect onChange={() => form.setFieldValue('assignee', NOBODY)} />
            </Form.Item>
          </>
        )}
        {edit !== 're-date' && (
          <Form.Item name="assignee" label={t`责任人`}>
            <AssigneeSelect unitId={unitId} />
          </Form.Item>
        )}
        {edit === 're-date' && (
          <>
            <Form.Item name="dueOn" label={t`完成时限`}>
              <DaySelect placeholder={t`未定`} />
            </Form.Item>
            <Form.Item
              name="reason"
              label={t`改期理由`}
              rules={[{ required: true, whitespace: true, message: t`请填写改期理由` }]}
            >
              <Input.TextArea rows={2} maxLength={500} />
            </Form.Item>
          </>
        )}
      </Form>
    </Modal>
  );
}

function command(edit: CellEdit, { id, version }: TaskLine, { leadUnitId, assignee, dueOn, reason }: Fields) {
  const path = { id };
  if (edit === 're-date') return reDateTask({ path, body: { version, dueOn, reason } });
  if (edit === 'hand-over') return handOverTask({ path, body: { version, ...assignee } });
  return assignTask({ path, body: { version, leadUnitId, ...assignee } });
}
