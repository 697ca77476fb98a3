import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Alert, Form, Input, Modal } from 'antd';
import type { AttachmentView } from '../../api/generated';
import type { EvidenceSubject } from './evidence-subject';
import { t } from '../../language/t';

interface Props {
  of: EvidenceSubject;
  attachment: AttachmentView;
  onClose: () => void;
}

export function RemoveEvidence({ of, attachment, onClose }: Props) {
  const [form] = Form.useForm<{ reason: string }>();
  const queries = useQueryClient();
  const remove = useMutation({
    mutationFn: ({ reason }: { reason: string }) => of.remove(attachment.id, reason),
    onSuccess: () => {
      void queries.invalidateQueries({ queryKey: of.queryKey });
      onClose();
    },
  });
  return (
    <Modal
      open
      title={t`移除佐证材料`}
      okText={t`移除`}
      okButtonProps={{ danger: true }}
      confirmLoading={remove.isPending}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      {remove.error && <Alert type="error" showIcon title={remove.error.message} style={{ marginBottom: 12 }} />}
      <p>{attachment.fileName}</p>
      <Form form={form} layout="vertical" onFinish={(fields) => remove.mutate(fields)}>
        <Form.Item
          name="reason"
          label={t`理由`}
          extra={t`移除后不能再打开；文件名和校验值保留在办理过程中。`}
          rules={[{ required: true, whitespace: true, message: t`请填写理由` }]}
        >
          <Input.TextArea autoFocus rows={3} maxLength={500} showCount />
        </Form.Item>
      </Form>
    </Modal>
  );
}
