import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Alert, App, Form, Input, Modal, Radio } from 'antd';
import { ask } from '../api/client';
import { decideRequest, type DecideRequest as Decision, type RequestView } from '../api/generated';
import { REQUESTS } from '../words';
import { t } from '../language/t';

interface Props {
  request: RequestView;
  title: string;
  onClose: () => void;
}

/** Everything that a granted request may change. */
const SHOWN = ['task', 'tasks', 'overview', 'requests', 'problem', 'problems'];

/** 批复: granting an extension moves the deadline; granting a suspension or a drop carries it out. */
export function DecideRequest({ request, title, onClose }: Props) {
  const [form] = Form.useForm<Decision>();
  const queries = useQueryClient();
  const { message } = App.useApp();
  const refusing = Form.useWatch('decision', form) === 'refused';
  const decide = useMutation({
    mutationFn: ({ decision, note }: Decision) =>
      ask(decideRequest({ path: { id: request.id }, body: { decision, note: note?.trim() || undefined } })),
    onSuccess: () => {
      void queries.invalidateQueries({ predicate: ({ queryKey: [kind] }) => SHOWN.includes(String(kind)) });
      void message.success(t`已批复`);
      onClose();
    },
  });
  return (
    <Modal
      open
      title={t`批复${REQUESTS[request.kind]}申请`}
      okText={t`批复`}
      confirmLoading={decide.isPending}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      {decide.error && <Alert type="error" showIcon title={decide.error.message} style={{ marginBottom: 12 }} />}
      <p>{title}</p>
      <p>
        {request.askedBy}
        {t`申请`}
        {REQUESTS[request.kind]}
        {request.kind === 'extension' && `：${request.fromDue} → ${request.toDue}`}
      </p>
      <blockquote className="narrative">{request.reason}</blockquote>
      <Form form={form} layout="vertical" onFinish={(fields) => decide.mutate(fields)}>
        <Form.Item name="decision" label={t`决定`} rules={[{ required: true, message: t`请选择是否同意` }]}>
          <Radio.Group
            options={[
              { value: 'granted', label: t`同意` },
              { value: 'refused', label: t`不同意` },
            ]}
          />
        </Form.Item>
        <Form.Item
          name="note"
          label={t`意见`}
          rules={refusing ? [{ required: true, whitespace: true, message: t`不同意时请填写意见` }] : []}
        >
          <Input.TextArea rows={3} maxLength={500} showCount placeholder={refusing ? undefined : t`选填`} />
        </Form.Item>
      </Form>
    </Modal>
  );
}
