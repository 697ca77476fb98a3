import { useQuery } from '@tanstack/react-query';
import { Segmented, Skeleton } from 'antd';
import { useState } from 'react';
import { ask } from '../../api/client';
import { listMailTemplates, type TemplateView } from '../../api/generated';
import { Failure } from '../../components/Failure';
import { TemplateEditor } from './TemplateEditor';
import './templates.css';
import { t } from '../../language/t';

/** 邮件模板: the words of mails around their lists of tasks. */
export default function MailTemplatesPage() {
  const { data, error, refetch } = useQuery({
    queryKey: ['mail-templates'],
    queryFn: () => ask(listMailTemplates()),
    // What is being written must not be replaced under the pen.
    refetchOnWindowFocus: false,
  });
  const [chosen, setChosen] = useState<TemplateView['name']>('digest');
  if (error) return <Failure error={error} retry={() => void refetch()} />;
  const template = data?.find(({ name }) => name === chosen);
  if (!data || !template) return <Skeleton active style={{ padding: 24 }} />;
  return (
    <div className="page">
      <div className="page-head">
        <h1 className="grow">{t`邮件模板`}</h1>
        <Segmented
          aria-label={t`选择模板`}
          value={chosen}
          onChange={setChosen}
          options={data.map(({ name, label }) => ({ value: name, label }))}
        />
      </div>
      <p className="quiet" style={{ marginTop: 0 }}>
        {template.about}
        {t`。可修改主题、开头和结尾；任务清单及版式由系统生成。`}
      </p>
      <TemplateEditor key={`${template.name} ${template.version}`} template={template} />
    </div>
  );
}
