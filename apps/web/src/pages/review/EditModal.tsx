import { Form, Input, Modal, Select } from 'antd';
import type { ReportItemView } from '../../api/generated';
import { DaySelect } from '../../components/DaySelect';
import { PersonSelect } from '../../components/PersonSelect';
import { UnitSelect } from '../../components/UnitSelect';
import { KINDS } from '../../words';
import type { Review } from './useReview';
import { t } from '../../language/t';

type Fields = Pick<ReportItemView, 'title' | 'kind' | 'unitId' | 'assigneeId' | 'dueOn'>;

/** Corrects what was read, before it is decided about. */
export function EditModal({ item, review, onClose }: { item: ReportItemView; review: Review; onClose: () => void }) {
  const [form] = Form.useForm<Fields>();
  const unitId = Form.useWatch('unitId', form) ?? item.unitId;
  const save = ({ dueOn, assigneeId, ...fields }: Fields) =>
    review.change.mutate(
      { item, ...fields, dueOn: dueOn ?? null, assigneeId: assigneeId ?? null },
      { onSuccess: onClose },
    );
  return (
    <Modal
      open
      title={t`编辑事项`}
      okText={t`保存`}
      onOk={() => form.submit()}
      onCancel={onClose}
      confirmLoading={review.change.isPending}
    >
      <Form<Fields> form={form} layout="vertical" initialValues={item} onFinish={save}>
        <Form.Item name="title" label={t`标题`} rules={[{ required: true, whitespace: true, message: t`请填写标题` }]}>
          <Input.TextArea autoFocus autoSize maxLength={200} />
        </Form.Item>
        <Form.Item name="kind" label={t`类别`}>
          <Select options={Object.entries(KINDS).map(([value, { name }]) => ({ value, label: name }))} />
        </Form.Item>
        <Form.Item
          name="unitId"
          label={t`牵头单位`}
          extra={t`对任务负总责的单位，逾期记在它名下`}
          rules={[{ required: true, message: t`请选择牵头单位` }]}
        >
          <UnitSelect onChange={() => form.setFieldValue('assigneeId', null)} />
        </Form.Item>
        <Form.Item name="assigneeId" label={t`责任人`}>
          <PersonSelect unitId={unitId} />
        </Form.Item>
        <Form.Item name="dueOn" label={t`完成时限`} extra={t`须办结的最后一天，当天办结不算逾期`}>
          <DaySelect placeholder={t`未定`} />
        </Form.Item>
      </Form>
      <p className="quiet narrative small" style={{ marginBottom: 0 }}>
        {t`原文：`}
        {item.text}
      </p>
    </Modal>
  );
}
