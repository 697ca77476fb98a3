import { Checkbox, Form, Modal } from 'antd';
import type { ReportItemView } from '../../api/generated';
import { OwnerFields, type Owner } from '../../components/OwnerFields';
import { useMay } from '../../session/session';
import type { Review } from './useReview';
import { t } from '../../language/t';

interface Props {
  items: ReportItemView[];
  review: Review;
  /** Whether they are accepted too, or only given to somebody. */
  accepting: boolean;
  onClose: (done?: boolean) => void;
}

type Fields = Owner & { assign?: boolean };

/** Unit, person and deadline for many; what is left empty stays as each item has it. */
export function OwnerModal({ items, review, accepting, onClose }: Props) {
  const [form] = Form.useForm<Fields>();
  const mayAssign = useMay('task.assign');
  const send = ({ unitId, assigneeId, dueOn, assign }: Fields) => {
    const body = {
      ...{ itemIds: items.map(({ id }) => id), unitId },
      ...{ assigneeId: assigneeId ?? undefined, dueOn: dueOn ?? undefined },
    };
    const done = { onSuccess: () => onClose(true) };
    if (accepting) review.accept.mutate({ ...body, assign }, done);
    else review.own.mutate(body, done);
  };
  return (
    <Modal
      open
      title={accepting ? t`接受 ${items.length} 条事项` : t`为 ${items.length} 条事项指定责任`}
      okText={accepting ? t`全部接受` : t`保存`}
      onOk={() => form.submit()}
      onCancel={() => onClose(false)}
      confirmLoading={review.accept.isPending || review.own.isPending}
    >
      <p className="quiet">{t`留空的内容按每条事项现有的牵头单位、责任人和时限。`}</p>
      <Form
        form={form}
        layout="vertical"
        onFinish={send}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) form.submit();
        }}
      >
        <OwnerFields unitIds={items.map(({ unitId }) => unitId)} />
        {accepting && mayAssign && (
          <Form.Item name="assign" valuePropName="checked" style={{ marginBottom: 0 }}>
            <Checkbox>{t`接受后立即交办（交办后不能在审核台撤销）`}</Checkbox>
          </Form.Item>
        )}
      </Form>
    </Modal>
  );
}
