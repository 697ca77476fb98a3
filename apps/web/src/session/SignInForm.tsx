import { useMutation } from '@tanstack/react-query';
import { Alert, Button, Form, Input } from 'antd';
import { ask } from '../api/client';
import { signIn, type Me, type SignIn } from '../api/generated';
import { t } from '../language/t';

export function SignInForm({ onSignedIn, login }: { onSignedIn: (me: Me) => void; login?: string }) {
  const enter = useMutation({ mutationFn: (body: SignIn) => ask(signIn({ body })), onSuccess: onSignedIn });
  return (
    <Form<SignIn>
      layout="vertical"
      requiredMark={false}
      initialValues={{ login }}
      onFinish={(body) => enter.mutate(body)}
    >
      {enter.error && <Alert type="error" showIcon title={enter.error.message} style={{ marginBottom: 16 }} />}
      <Form.Item name="login" label={t`登录名`} rules={[{ required: true, message: t`请填写登录名` }]}>
        <Input autoFocus={!login} autoComplete="username" size="large" />
      </Form.Item>
      <Form.Item name="password" label={t`密码`} rules={[{ required: true, message: t`请填写密码` }]}>
        <Input.Password autoFocus={!!login} autoComplete="current-password" size="large" />
      </Form.Item>
      <Button type="primary" htmlType="submit" size="large" block loading={enter.isPending}>
        {t`登录`}
      </Button>
    </Form>
  );
}
