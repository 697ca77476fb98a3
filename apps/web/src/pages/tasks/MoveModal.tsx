import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Alert, App, Button, Form, Input, InputNumber, Modal, Slider } from 'antd';
import { ApiError, ask } from '../../api/client';
import {
  acceptTask,
  assignTask,
  closeTask,
  dropTask,
  reportProgress,
  returnTask,
  sendTaskBack,
  submitTask,
  type TaskDetail,
} from '../../api/generated';
import { DaySelect } from '../../components/DaySelect';
import { PersonSelect } from '../../components/PersonSelect';
import { UnitSelect } from '../../components/UnitSelect';
import { MOVES, type MoveName } from '../../words';

interface Fields {
  leadUnitId: string;
  assigneeId: string | null;
  dueOn: string | null;
  note?: string;
  reason: string;
  percent: number;
  narrative: string;
}

type Send = (call: { path: { id: string }; body: Fields & { version: number } }) => ReturnType<typeof ask<TaskDetail>>;

/** What each move sends; exactly the fields that its form has. */
const SENDERS: Record<MoveName, Send> = {
  assign: ({ path, body: { version, leadUnitId, assigneeId, dueOn, note } }) =>
    ask(
      assignTask({ path, body: { version, leadUnitId, assigneeId: assigneeId ?? null, dueOn: dueOn ?? null, note } }),
    ),
  accept: ({ path, body: { version } }) => ask(acceptTask({ path, body: { version } })),
  return: ({ path, body: { version, reason } }) => ask(returnTask({ path, body: { version, reason } })),
  progress: ({ path, body: { version, percent, narrative } }) =>
    ask(reportProgress({ path, body: { version, percent, narrative } })),
  submit: ({ path, body: { version, narrative } }) => ask(submitTask({ path, body: { version, narrative } })),
  'send-back': ({ path, body: { version, reason } }) => ask(sendTaskBack({ path, body: { version, reason } })),
  close: ({ path, body: { version, note } }) => ask(closeTask({ path, body: { version, note } })),
  drop: ({ path, body: { version, reason } }) => ask(dropTask({ path, body: { version, reason } })),
};

const DONE: Record<MoveName, string> = {
  assign: '已交办',
  accept: '已签收',
  return: '已退回',
  progress: '进展已更新',
  submit: '已提交，等待督办员核实',
  'send-back': '已退回补办',
  close: '已核实销号',
  drop: '已撤销',
};

/** Asks for what a move needs and makes it. What was typed stays when the server refuses. */
export function MoveModal({ task, move, onClose }: { task: TaskDetail; move: MoveName; onClose: () => void }) {
  const [form] = Form.useForm<Fields>();
  const queries = useQueryClient();
  const { message } = App.useApp();
  const unitId = Form.useWatch('leadUnitId', form) ?? task.leadUnitId;
  const make = useMutation({
    mutationFn: (fields: Fields) =>
      SENDERS[move]({ path: { id: task.id }, body: { ...fields, version: task.version } }),
    onSuccess: (next) => {
      queries.setQueryData(['task', task.id], next);
      void queries.invalidateQueries({
        predicate: ({ queryKey }) => ['tasks', 'overview', 'problem'].includes(String(queryKey[0])),
      });
      void message.success(DONE[move]);
      onClose();
    },
  });
  const stale = make.error instanceof ApiError && make.error.status === 409;
  const reload = () => void queries.invalidateQueries({ queryKey: ['task', task.id] }).then(() => make.reset());
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
      {make.error && (
        <Alert
          type="error"
          showIcon
          title={make.error.message}
          action={
            stale && (
              <Button size="small" onClick={reload}>
                刷新
              </Button>
            )
          }
          style={{ marginBottom: 12 }}
        />
      )}
      <Form<Fields>
        form={form}
        layout="vertical"
        initialValues={{
          leadUnitId: task.leadUnitId,
          assigneeId: task.assigneeId,
          dueOn: task.dueOn,
          percent: task.progress,
        }}
        onFinish={(fields) => make.mutate(fields)}
      >
        <p style={{ marginTop: 0 }}>{task.title}</p>
        {move === 'assign' && (
          <>
            <Form.Item name="leadUnitId" label="牵头单位" rules={[{ required: true, message: '请选择牵头单位' }]}>
              <UnitSelect onChange={() => form.setFieldValue('assigneeId', null)} />
            </Form.Item>
            <Form.Item name="assigneeId" label="责任人">
              <PersonSelect unitId={unitId} />
            </Form.Item>
            <Form.Item name="dueOn" label="完成时限" extra="长期坚持的工作可以不定时限">
              <DaySelect />
            </Form.Item>
          </>
        )}
        {move === 'accept' && <p className="quiet">签收后由您（或您的单位）负责办理，并在期限内更新进展。</p>}
        {move === 'progress' && (
          <Form.Item name="percent" label="完成进度（%）">
            <PercentInput />
          </Form.Item>
        )}
        {(move === 'progress' || move === 'submit') && (
          <Form.Item
            name="narrative"
            label={move === 'submit' ? '完成情况' : '进展情况'}
            rules={[{ required: true, whitespace: true, message: '请用几句话说明情况' }]}
          >
            <Input.TextArea
              autoFocus
              rows={5}
              maxLength={5000}
              showCount
              placeholder="做了什么、取得什么结果、还有什么困难"
            />
          </Form.Item>
        )}
        {(['return', 'send-back', 'drop'] as MoveName[]).includes(move) && (
          <Form.Item name="reason" label="理由" rules={[{ required: true, whitespace: true, message: '请填写理由' }]}>
            <Input.TextArea autoFocus rows={3} maxLength={500} showCount />
          </Form.Item>
        )}
        {(move === 'assign' || move === 'close') && (
          <Form.Item name="note" label={move === 'close' ? '核实意见' : '交办说明'}>
            <Input.TextArea rows={2} maxLength={500} placeholder="选填" />
          </Form.Item>
        )}
      </Form>
    </Modal>
  );
}

function PercentInput({ value = 0, onChange }: { value?: number; onChange?: (value: number) => void }) {
  return (
    <div style={{ display: 'flex', gap: 12 }}>
      <Slider style={{ flex: 1 }} value={value} step={5} onChange={onChange} ariaLabelForHandle="完成进度" />
      <InputNumber
        aria-label="完成进度"
        min={0}
        max={100}
        precision={0}
        value={value}
        onChange={(next) => onChange?.(next ?? 0)}
      />
    </div>
  );
}
