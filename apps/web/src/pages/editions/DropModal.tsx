import { Form, Input, Modal } from 'antd';
import type { ItemChange } from '../../api/generated';
import { t } from '../../language/t';

interface Props {
  items: ItemChange[];
  pending: boolean;
  onDrop: (reason: string) => void;
  onClose: () => void;
}

/** Drops the tasks whose words are no longer in the report. */
export function DropModal({ items, pending, onDrop, onClose }: Props) {
  const [form] = Form.useForm<{ reason: string }>();
  return (
    <Modal
      open
      title={items.length === 1 ? t`撤销任务“${items[0].title}”` : t`撤销 ${items.length} 项任务`}
      okText={t`撤销任务`}
      okButtonProps={{ danger: true }}
      onOk={() => form.submit()}
      onCancel={onClose}
      confirmLoading={pending}
    >
      <p className="quiet">{t`更正稿中已删去这些内容。撤销后任务不再督办，办理过程仍然保留。`}</p>
      <Form form={form} layout="vertical" onFinish={({ reason }) => onDrop(reason)}>
        <Form.Item
          name="reason"
          label={t`理由`}
          rules={[{ required: true, whitespace: true, message: t`请填写撤销理由` }]}
        >
          <Input.TextArea autoFocus rows={2} maxLength={200} />
        </Form.Item>
      </Form>
    </Modal>
  );
}
