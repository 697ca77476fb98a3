import { Form, Input, Modal } from 'antd';
import type { ReportItemView } from '../../api/generated';
import type { Review } from './useReview';
import { t } from '../../language/t';

interface Props {
  items: ReportItemView[];
  review: Review;
  onClose: (done?: boolean) => void;
}

const SHORTCUTS = [t`属于日常工作，不列入督办`, t`内容重复`, t`不是具体工作`, t`识别有误`];

export function RejectModal({ items, review, onClose }: Props) {
  const [form] = Form.useForm<{ reason: string }>();
  return (
    <Modal
      open
      title={items.length === 1 ? t`驳回“${items[0].title}”` : t`驳回 ${items.length} 条事项`}
      okText={t`驳回`}
      onOk={() => form.submit()}
      onCancel={() => onClose(false)}
      confirmLoading={review.reject.isPending}
    >
      <Form
        form={form}
        layout="vertical"
        onFinish={({ reason }) =>
          review.reject.mutate({ itemIds: items.map(({ id }) => id), reason }, { onSuccess: () => onClose(true) })
        }
      >
        <Form.Item
          name="reason"
          label={t`理由`}
          rules={[{ required: true, whitespace: true, message: t`请填写驳回理由` }]}
        >
          <Input.TextArea autoFocus rows={2} maxLength={200} />
        </Form.Item>
      </Form>
      <div style={{ display: 'flex', flexWrap: 'wrap', gap: 8 }}>
        {SHORTCUTS.map((reason) => (
          <button
            key={reason}
            type="button"
            className="ant-tag"
            style={{ cursor: 'pointer' }}
            onClick={() => form.setFieldValue('reason', reason)}
          >
            {reason}
          </button>
        ))}
      </div>
    </Modal>
  );
}
