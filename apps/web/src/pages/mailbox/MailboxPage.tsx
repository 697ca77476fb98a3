import { Alert, Empty, Skeleton } from 'antd';
import { useState } from 'react';
import { ask } from '../../api/client';
import { listMailbox, type StoredMailLine } from '../../api/generated';
import { Failure } from '../../components/Failure';
import { More, usePages } from '../../components/pages';
import { at } from '../../components/time';
import { useMe } from '../../session/session';
import { ReadingPane } from './ReadingPane';
import './mailbox.css';
import { t } from '../../language/t';

/** 本机邮箱: where mails lie while no mail server is set. */
export default function MailboxPage() {
  const { administersAll } = useMe();
  const [chosen, setChosen] = useState<string | null>(null);
  const [mailServer, setMailServer] = useState<boolean | null>(null);
  const list = usePages<StoredMailLine>(['mailbox'], async (cursor) => {
    const page = await ask(listMailbox({ query: { cursor } }));
    setMailServer(page.mailServer);
    return page;
  });
  const { rows, total, error, refetch } = list;
  if (error) return <Failure error={error} retry={() => void refetch()} />;
  if (!rows || mailServer === null) return <Skeleton active style={{ padding: 24 }} />;
  const current = chosen ?? rows[0]?.id;
  return (
    <div className="page">
      <div className="page-head">
        <h1 className="grow">
          {t`本机邮箱`}{' '}
          {!mailServer && (
            <span className="quiet small">
              {t`共`} {total ?? rows.length} {t`封`}
            </span>
          )}
        </h1>
      </div>
      <Notice mailServer={mailServer} administers={administersAll} />
      {!mailServer && rows.length === 0 && (
        <Empty
          description={administersAll ? t`还没有邮件。有任务提醒时，邮件会出现在这里。` : t`还没有写给您的邮件。`}
        />
      )}
      {rows.length > 0 && (
        <div className="mailbox">
          <div className="mailbox-list">
            {rows.map((mail) => (
              <button
                key={mail.id}
                type="button"
                className="mailbox-line"
                aria-current={mail.id === current}
                onClick={() => setChosen(mail.id)}
              >
                <b>{mail.subject}</b>
                <span className="quiet small">
                  {mail.recipientName} · {at(mail.at)}
                </span>
              </button>
            ))}
            <More list={list} />
          </div>
          <ReadingPane id={current} />
        </div>
      )}
    </div>
  );
}

function Notice({ mailServer, administers }: { mailServer: boolean; administers: boolean }) {
  if (mailServer) {
    return (
      <Alert
        type="info"
        showIcon
        title={t`已配置发信服务器`}
        description={t`邮件直接发往各人的邮箱，这里不再存放。发送情况见提醒台账。`}
      />
    );
  }
  return (
    <Alert
      type="warning"
      showIcon
      style={{ marginBottom: 16 }}
      title={t`尚未配置发信服务器，邮件只存放在这里；设置 SMTP_URL 后才会真正发出`}
      description={
        administers ? (
          <>
            {t`在服务器上设置环境变量后重新启动，例如`}{' '}
            <code>{t`SMTP_URL=smtps://用户:密码@smtp.example.com:465`}</code>
            {t`，并用`} <code>MAIL_FROM</code> {t`设置发件人。`}
          </>
        ) : (
          t`这里是写给您的邮件。如需发到您的邮箱，请联系管理员。`
        )
      }
    />
  );
}
