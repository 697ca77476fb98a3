import { useMutation } from '@tanstack/react-query';
import { Alert, Button, Form, Input } from 'antd';
import { ask } from '../api/client';
import { changePassword, type Me } from '../api/generated';
import { t } from '../language/t';

interface Fields {
  current: string;
  next: string;
  again: string;
}

export function PasswordForm({ onDone }: { onDone: (me: Me) => void }) {
  const change = useMutation({
    mutationFn: ({ current, next }: Fields) => ask(changePassword({ body: { current, next } })),
    onSuccess: onDone,
  });
  return (
    <Form<Fields> layout="vertical" requiredMark={false} onFinish={(fields) => change.mutate(fields)}>
      {change.error && <Alert type="error" showIcon title={change.error.message} style={{ marginBottom: 16 }} />}
      <Form.Item name="current" label={t`原密码`} rules={[{ required: true, message: t`请填写原密码` }]}>
        <Input.Password autoFocus autoComplete="current-password" />
      </Form.Item>
      <Form.Item
        name="next"
        label={t`新密码`}
        extra={t`至少 10 位`}
        rules={[{ required: true, min: 10, message: t`新密码至少 10 位` }]}
      >
        <Input.Password autoComplete="new-password" />
      </Form.Item>
      <Form.Item
        name="again"
        label={t`再输一次新密码`}
        dependencies={['next']}
        rules={[
          ({ getFieldValue }) => ({
            validator: (_, value) =>
              value === getFieldValue('next')
                ? Promise.resolve()
                : Promise.reject(new Error(t`两次输入的新密码不一致`)),
          }),
        ]}
      >
        <Input.Password autoComplete="new-password" />
      </Form.Item>
      <Button type="primary" htmlType="submit" block loading={change.isPending}>
        {t`修改密码`}
      </Button>
    </Form>
  );
}

/** Shown instead of everything else until the first password is changed. */
export function PasswordPage({ first, onDone }: { first: boolean; onDone: (me: Me) => void }) {
  return (
    <main className="gate">
      <div className="gate-card">
        <h1>{t`修改密码`}</h1>
        {first && <p className="quiet">{t`您用的是一次性密码，请先设一个只有自己知道的密码。`}</p>}
        <PasswordForm onDone={onDone} />
      </div>
    </main>
  );
}
