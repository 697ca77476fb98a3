import { Alert, Button, Card } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import type { SourceView } from '../api/generated';
import { paragraphAround } from './paragraph-around';
import { t } from '../language/t';

/** The sentence a task or problem comes from, highlighted in its paragraph, and on demand in the text around it. */
export function SourceQuote({ source }: { source: SourceView }) {
  const { context, quoteStart, quoteEnd } = source;
  const [whole, setWhole] = useState(false);
  const paragraph = paragraphAround(context, quoteStart, quoteEnd);
  const { from, to } = whole ? { from: 0, to: context.length } : paragraph;
  const links = (
    <span className="no-print" style={{ display: 'inline-flex', gap: 8 }}>
      <Link to={`/reports/${source.reportId}?at=${source.start}`}>{t`在报告中查看`}</Link>
      <Button
        type="link"
        size="small"
        href={`/api/v1/documents/${source.documentId}/original`}
        style={{ height: 'auto', padding: 0 }}
      >
        {t`下载原件`}
      </Button>
    </span>
  );
  return (
    <Card title={t`原文出处`} extra={links}>
      {source.goneInReportId && (
        <Alert
          type="warning"
          showIcon
          style={{ marginBottom: 12 }}
          title={t`原文已删去：第 ${source.edition + 1} 稿中没有这段文字，以下为第 ${source.edition} 稿`}
          action={<Link to={`/reports/${source.goneInReportId}/changes`}>{t`查看对照`}</Link>}
        />
      )}
      <p className="quiet" style={{ marginTop: 0 }}>
        {source.reportTitle}（{source.unitName}）{source.edition > 1 && t`第 ${source.edition} 稿`}
        {source.formerReportId && <Link to={`/reports/${source.formerReportId}`}>{t`查看上一稿`}</Link>}
        {source.sectionPath.map((part) => ` › ${part}`)}
      </p>
      <div className="context">
        {context.slice(from, quoteStart)}
        <mark>{context.slice(quoteStart, quoteEnd)}</mark>
        {context.slice(quoteEnd, to)}
      </div>
      {paragraph.length < context.length && (
        <Button
          type="link"
          size="small"
          className="no-print"
          style={{ padding: 0 }}
          aria-expanded={whole}
          onClick={() => setWhole(!whole)}
        >
          {whole ? t`收起上下文` : t`展开前后段落`}
        </Button>
      )}
    </Card>
  );
}
