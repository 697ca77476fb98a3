import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Form, Input } from 'antd';
import { ask } from '../../api/client';
import { changePerson, listPeople } from '../../api/generated';
import { useMe } from '../../session/session';
import { t } from '../../language/t';

/** One's own address, without which no mail can be sent to oneself. */
export function OwnAddress() {
  const { id, login } = useMe().person;
  const queries = useQueryClient();
  const save = useMutation({
    mutationFn: async ({ email }: { email: string }) => {
      const { rows } = await ask(listPeople({ query: { q: login } }));
      const own = rows.find((person) => person.id === id);
      if (!own) throw new Error(t`没有找到您的人员记录，请在“单位与人员”中填写邮箱。`);
      return ask(changePerson({ path: { id }, body: { email: email.trim(), version: own.version } }));
    },
    onSuccess: () =>
      queries.invalidateQueries({ predicate: ({ queryKey }) => ['me', 'people'].includes(String(queryKey[0])) }),
  });
  return (
    <Form layout="vertical" onFinish={(fields: { email: string }) => save.mutate(fields)} style={{ maxWidth: 480 }}>
      {save.error && <Alert type="error" showIcon title={save.error.message} style={{ marginBottom: 12 }} />}
      <Form.Item
        name="email"
        label={t`您的邮箱`}
        extra={t`先登记自己的邮箱，才能给自己发测试邮件`}
        rules={[{ required: true, type: 'email', message: t`请填写完整的邮箱地址` }]}
      >
        <Input autoComplete="email" maxLength={200} placeholder={t`例如：zhang@example.gov.cn`} />
      </Form.Item>
      <Button htmlType="submit" loading={save.isPending}>
        {t`保存邮箱`}
      </Button>
    </Form>
  );
}
