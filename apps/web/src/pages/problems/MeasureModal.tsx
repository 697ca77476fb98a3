import { Alert, Form, Input, Modal } from 'antd';
import { ask } from '../../api/client';
import { createMeasure, type CreateMeasure, type ProblemDetail } from '../../api/generated';
import { DaySelect } from '../../components/DaySelect';
import { PersonSelect } from '../../components/PersonSelect';
import { UnitSelect } from '../../components/UnitSelect';
import { useProblemCommand } from './useProblemCommand';
import { t } from '../../language/t';

/** A new task that answers the problem; it is assigned at once. */
export function MeasureModal({ problem, onClose }: { problem: ProblemDetail; onClose: () => void }) {
  const [form] = Form.useForm<CreateMeasure>();
  const leadUnitId = Form.useWatch('leadUnitId', form) ?? problem.unitId;
  const create = useProblemCommand(
    problem,
    ({ text, assigneeId, ...fields }: CreateMeasure) => {
      const optional = { text: text?.trim() || undefined, assigneeId: assigneeId ?? undefined };
      return ask(
        createMeasure({ path: { id: problem.id }, body: { ...fields, ...optional, version: problem.version } }),
      );
    },
    t`措施已交办`,
    onClose,
  );
  return (
    <Modal
      open
      title={t`新建整改措施`}
      okText={t`新建并交办`}
      onOk={() => form.submit()}
      onCancel={onClose}
      confirmLoading={create.isPending}
    >
      {create.error && <Alert type="error" showIcon title={create.error.message} style={{ marginBottom: 12 }} />}
      <Form<CreateMeasure>
        form={form}
        layout="vertical"
        initialValues={{ leadUnitId: problem.unitId, assigneeId: problem.personId, dueOn: problem.dueOn }}
        onValuesChange={(changed: Partial<CreateMeasure>) => {
          // The person of the former unit does not come along.
          if (changed.leadUnitId) form.setFieldValue('assigneeId', null);
        }}
        onFinish={(fields) => create.mutate(fields)}
      >
        <p style={{ marginTop: 0 }}>{problem.title}</p>
        <Form.Item
          name="title"
          label={t`整改措施`}
          rules={[{ required: true, whitespace: true, message: t`请填写整改措施` }]}
        >
          <Input autoFocus maxLength={200} showCount />
        </Form.Item>
        <Form.Item name="text" label={t`具体要求`}>
          <Input.TextArea rows={2} maxLength={5000} placeholder={t`选填`} />
        </Form.Item>
        <Form.Item
          name="leadUnitId"
          label={t`牵头单位`}
          extra={t`对这项措施负总责的单位；每项措施是一项任务，各有时限`}
          rules={[{ required: true, message: t`请选择牵头单位` }]}
        >
          <UnitSelect />
        </Form.Item>
        <Form.Item name="assigneeId" label={t`责任人`}>
          <PersonSelect unitId={leadUnitId} />
        </Form.Item>
        <Form.Item
          name="dueOn"
          label={t`完成时限`}
          extra={t`这项措施须办结的最后一天，当天办结不算逾期`}
          rules={[{ required: true, message: t`请选择完成时限` }]}
        >
          <DaySelect />
        </Form.Item>
      </Form>
    </Modal>
  );
}
