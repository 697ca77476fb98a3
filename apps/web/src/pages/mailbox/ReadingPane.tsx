import { useQuery } from '@tanstack/react-query';
import { Segmented, Skeleton } from 'antd';
import { useState } from 'react';
import { ask } from '../../api/client';
import { getStoredMail } from '../../api/generated';
import { Failure } from '../../components/Failure';
import { MailFrame } from '../../components/MailFrame';
import { at } from '../../components/time';
import { t } from '../../language/t';

/** One mail as its reader would see it, or as plain text. */
export function ReadingPane({ id }: { id: string }) {
  const { data, error, refetch } = useQuery({
    queryKey: ['mailbox-mail', id],
    queryFn: () => ask(getStoredMail({ path: { id } })),
  });
  const [shape, setShape] = useState<'html' | 'text'>('html');
  if (error) return <Failure error={error} retry={() => void refetch()} />;
  if (!data) return <Skeleton active style={{ padding: 16 }} />;
  return (
    <article className="mailbox-mail" aria-label={t`邮件内容`}>
      <div className="page-head">
        <div className="grow">
          <h2>{data.subject}</h2>
          <div className="quiet small">
            {t`收件人`} {data.recipientName}（{data.address}） · {at(data.at)}
          </div>
        </div>
        {data.html !== null && (
          <Segmented
            aria-label={t`显示方式`}
            value={shape}
            onChange={setShape}
            options={[
              { value: 'html', label: t`网页` },
              { value: 'text', label: t`纯文本` },
            ]}
          />
        )}
      </div>
      {data.html !== null && shape === 'html' ? (
        <MailFrame html={data.html} title={t`邮件：${data.subject}`} links />
      ) : (
        <pre style={{ whiteSpace: 'pre-wrap', font: 'inherit', margin: 0 }}>{data.text}</pre>
      )}
    </article>
  );
}
