import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Alert, Segmented, Skeleton } from 'antd';
import { useEffect, useState } from 'react';
import { ask } from '../../api/client';
import {
  previewMailTemplate,
  type TemplateFaultView,
  type TemplateView,
  type TemplateWords,
} from '../../api/generated';
import { Failure } from '../../components/Failure';
import { MailFrame } from '../../components/MailFrame';
import { t } from '../../language/t';

/** Milliseconds without a key before the preview follows. */
const PAUSE = 300;
const PARTS: Record<string, string> = { subject: t`主题`, opening: t`开头`, closing: t`结尾` };

const place = ({ part, line, column }: TemplateFaultView) =>
  t`${PARTS[part]}第 ${line} 行${column > 0 ? t`第 ${column} 字` : ''}`;

/** The mail that the words make, with sample values; or what is wrong in them. */
export function TemplatePreview({ name, words }: { name: TemplateView['name']; words: TemplateWords }) {
  const settled = useSettled(words);
  const [shape, setShape] = useState<'html' | 'text'>('html');
  const { data, error, refetch } = useQuery({
    queryKey: ['mail-template-preview', name, settled],
    queryFn: () => ask(previewMailTemplate({ path: { name }, body: settled })),
    placeholderData: keepPreviousData,
    staleTime: Infinity,
  });
  return (
    <section className="template-pane" aria-label={t`预览`}>
      <div className="page-head">
        <h2 className="grow">{t`预览`}</h2>
        <Segmented
          aria-label={t`预览方式`}
          value={shape}
          onChange={setShape}
          options={[
            { value: 'html', label: t`网页` },
            { value: 'text', label: t`纯文本` },
          ]}
        />
      </div>
      {error && <Failure error={error} retry={() => void refetch()} />}
      {!error && !data && <Skeleton active />}
      {data && data.faults.length > 0 && (
        <Alert
          type="error"
          showIcon
          title={t`有 ${data.faults.length} 处需要改正`}
          description={data.faults.map((fault) => (
            <div key={`${place(fault)} ${fault.message}`}>
              <b>{place(fault)}</b>：{fault.message}
            </div>
          ))}
        />
      )}
      {data?.html != null && (
        <>
          <div style={{ marginBottom: 10 }}>
            <span className="quiet">{t`主题：`}</span>
            <b>{data.subject}</b>
          </div>
          {shape === 'html' ? (
            <MailFrame html={data.html} title={t`邮件预览`} />
          ) : (
            <pre style={{ whiteSpace: 'pre-wrap', font: 'inherit', margin: 0 }}>{data.text}</pre>
          )}
        </>
      )}
    </section>
  );
}

/** A value once it has not changed for a moment. */
function useSettled<T>(value: T): T {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), PAUSE);
    return () => clearTimeout(timer);
  }, [value]);
  return settled;
}
