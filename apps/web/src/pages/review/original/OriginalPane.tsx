import { Skeleton } from 'antd';
import { lazy, Suspense, useMemo } from 'react';
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

/** Whether a browser can show files of the format as they look. */
export const canShow = (format: string) => format in SHOWN;

/** 原件: the file as it came in, beside the items. */
export function OriginalPane({ report, current }: { report: ReportDetail; current: ReportItemView | null }) {
  const Pages = SHOWN[report.format];
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
