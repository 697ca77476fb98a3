import { Alert, Button, Skeleton } from 'antd';
import { lazy, Suspense, useMemo, type ReactNode } from 'react';
import type { ReportDetail, ReportItemView } from '../../../api/generated';
import { Failure } from '../../../components/Failure';
import type { Sought } from './find-words';
import './original.css';
import { useOriginal } from './useOriginal';

const PdfPages = lazy(() => import('./PdfPages'));
const WordPages = lazy(() => import('./WordPages'));

export interface OriginalProps {
  bytes: ArrayBuffer;
  title: string;
  /** The words of the item that is picked. */
  sought: Sought | null;
}

const SHOWN: Record<string, typeof PdfPages> = { pdf: PdfPages, docx: WordPages };
const waiting = <Skeleton active style={{ padding: 24 }} />;

/** 原件: the file as it came in, beside the items; formats that no browser can show are there to be kept. */
export function OriginalPane({
  report,
  current,
  text,
}: {
  report: ReportDetail;
  current: ReportItemView | null;
  text: ReactNode;
}) {
  const Pages = SHOWN[report.format];
  if (Pages) return <Shown report={report} current={current} Pages={Pages} />;
  return (
    <>
      <Alert
        type="info"
        style={{ margin: 12 }}
        title={`.${report.format} 文件不能在网页中按原样显示，下面是读出的文字。`}
        action={<Button href={`/api/v1/documents/${report.documentId}/original`}>下载原件</Button>}
      />
      {text}
    </>
  );
}

function Shown({
  report,
  current,
  Pages,
}: {
  report: ReportDetail;
  current: ReportItemView | null;
  Pages: typeof PdfPages;
}) {
  const { data, error, refetch } = useOriginal(report.documentId);
  const { documentStart, documentLength } = report;
  const sought = useMemo(
    () =>
      current && {
        // The numbers before a title are often drawn by the word processor and are not in the file's text.
        words: current.text.slice(Math.max(0, current.text.indexOf(current.title.slice(0, 4)))),
        near: (documentStart + current.start) / Math.max(1, documentLength),
      },
    [current, documentStart, documentLength],
  );
  if (error) return <Failure error={error} retry={() => void refetch()} />;
  if (!data) return waiting;
  return (
    <Suspense fallback={waiting}>
      <Pages bytes={data} title={report.fileName} sought={sought} />
    </Suspense>
  );
}
