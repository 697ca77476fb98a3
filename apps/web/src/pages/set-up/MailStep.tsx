import { useMutation } from '@tanstack/react-query';
import { Alert, Button } from 'antd';
import { Link } from 'react-router';
import { ask } from '../../api/client';
import { listMailTemplates, testMailTemplate, type SetUpProgress } from '../../api/generated';
import { useMe } from '../../session/session';
import { OwnAddress } from './OwnAddress';
import { useSetUpRenewal } from './useSetUp';
import { t } from '../../language/t';

/** How mails go, and one to oneself as a proof. The mail server itself is set in the environment. */
export function MailStep({ progress: { mailServer, mailFrom } }: { progress: SetUpProgress }) {
  const { email } = useMe().person;
  return (
    <>
      {mailServer ? (
        <p>
          {t`已设置发信服务器（环境变量`} <code>SMTP_URL</code>
          {t`），发件人是`} {mailFrom}
          {t`。请给自己发一封测试邮件，确认能够收到。`}
        </p>
      ) : (
        <>
          <p>
            {t`没有设置发信服务器：提醒邮件不会发到各人的邮箱，只存放在本系统的`}
            <Link to="/mailbox">{t`本机邮箱`}</Link>
            {t`，各人登录后可以看到写给自己的邮件。试用时这样就可以。`}
          </p>
          <p>
            {t`正式使用请在服务器上设置环境变量`} <code>SMTP_URL</code>
            {t`（例如`} <code>{t`smtps://用户:密码@smtp.example.com:465`}</code>
            {t`）和`} <code>MAIL_FROM</code>
            {t`，然后重新启动。`}
          </p>
        </>
      )}
      {email === null ? <OwnAddress /> : <TestMail email={email} />}
    </>
  );
}

function TestMail({ email }: { email: string }) {
  const renew = useSetUpRenewal();
  const test = useMutation({
    mutationFn: async () => {
      const [{ name, subject, opening, closing }] = await ask(listMailTemplates());
      return ask(testMailTemplate({ path: { name }, body: { subject, opening, closing } }));
    },
    onSuccess: renew,
  });
  return (
    <>
      <p>
        {t`您的邮箱：`}
        {email}
      </p>
      <Button type="primary" loading={test.isPending} onClick={() => test.mutate()}>
        {t`发送测试邮件给自己`}
      </Button>
      <div aria-live="polite" style={{ marginTop: 12 }}>
        {test.error && <Alert type="error" showIcon title={test.error.message} />}
        {test.data && (
          <Alert
            type="success"
            showIcon
            title={
              test.data.local ? (
                <>
                  {t`测试邮件已存入本机邮箱。`}
                  <Link to="/mailbox">{t`打开本机邮箱`}</Link>
                </>
              ) : (
                t`测试邮件已发往 ${test.data.sentTo}，服务器答复：${test.data.answer}`
              )
            }
          />
        )}
      </div>
    </>
  );
}
