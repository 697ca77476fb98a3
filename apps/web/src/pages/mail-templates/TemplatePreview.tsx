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

/** Milliseconds without a key before the preview follows. */
const PAUSE = 300;
const PARTS: Record<string, string> = { subject: '主题', opening: '开头', closing: '结尾' };

const place = ({ part, line, column }: TemplateFaultView) =>
  `${PARTS[part]}第 ${line} 行${column > 0 ? `第 ${column} 字` : ''}`;

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
    <section className="template-pane" aria-label="预览">
      <div className="page-head">
        <h2 className="grow">预览</h2>
        <Segmented
          aria-label="预览方式"
          value={shape}
          onChange={setShape}
          options={[
            { value: 'html', label: '网页' },
            { value: 'text', label: '纯文本' },
          ]}
        />
      </div>
      {error && <Failure error={error} retry={() => void refetch()} />}
      {!error && !data && <Skeleton active />}
      {data && data.faults.length > 0 && (
        <Alert
          type="error"
          showIcon
          title={`有 ${data.faults.length} 处需要改正`}
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
            <span className="quiet">主题：</span>
            <b>{data.subject}</b>
          </div>
          {shape === 'html' ? (
            <MailFrame html={data.html} title="邮件预览" />
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
