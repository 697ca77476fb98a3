import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Alert, App, Form, Modal, type FormProps } from 'antd';
import type { ReactNode } from 'react';
import { useDraft } from '../drafts/useDraft';

interface Props<Fields> {
  title: string;
  okText: string;
  /** Said when it is done. */
  done: string;
  send: (fields: Fields) => Promise<unknown>;
  /** First words of the keys of what is read anew afterwards. */
  renews: readonly string[];
  initialValues?: FormProps<Fields>['initialValues'];
  width?: number;
  onClose: () => void;
  children: ReactNode;
}

/** A form in a dialog: what is refused stays there in the server's words, and nothing typed is lost. */
export function FormModal<Fields extends object>(props: Props<Fields>) {
  const { title, okText, done, send, renews, initialValues, width, onClose, children } = props;
  const [form] = Form.useForm<Fields>();
  const draft = useDraft(form, title);
  const queries = useQueryClient();
  const { message } = App.useApp();
  const save = useMutation({
    mutationFn: send,
    onSuccess: () => {
      draft.clear();
      void queries.invalidateQueries({ predicate: ({ queryKey }) => renews.includes(String(queryKey[0])) });
      void message.success(done);
      onClose();
    },
  });
  return (
    <Modal
      open
      width={width}
      title={title}
      okText={okText}
      onOk={() => form.submit()}
      onCancel={onClose}
      confirmLoading={save.isPending}
    >
      {save.error && <Alert type="error" showIcon title={save.error.message} style={{ marginBottom: 12 }} />}
      {draft.offer}
      <Form<Fields>
        form={form}
        layout="vertical"
        initialValues={initialValues}
        onValuesChange={draft.onValuesChange}
        onFinish={(fields) => save.mutate(fields)}
      >
        {children}
      </Form>
    </Modal>
  );
}
