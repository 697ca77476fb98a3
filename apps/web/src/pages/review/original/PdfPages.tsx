import { Alert, Skeleton } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { partOf } from './find-words';
import type { OriginalProps } from './OriginalPane';
import { openPdf, pageText, type Pdf } from './pdf';
import { PdfPage } from './PdfPage';
import { t } from '../../../language/t';

interface Opened {
  pdf: Pdf;
  /** Height by width of each page, so that nothing moves when pages are drawn. */
  ratios: number[];
}

/** A PDF as its pages look; each is drawn when it comes into sight. */
export default function PdfPages({ bytes, title, sought }: OriginalProps) {
  const [opened, setOpened] = useState<Opened | null>(null);
  const [failed, setFailed] = useState(false);
  const [texts, setTexts] = useState<string[] | null>(null);
  const pages = useRef<HTMLDivElement>(null);

  useEffect(() => {
    let gone = false;
    const loading = openPdf(bytes);
    const open = async () => {
      const pdf = await loading.promise;
      const ratios: number[] = [];
      for (let number = 1; number <= pdf.numPages && !gone; number++) {
        const { width, height } = (await pdf.getPage(number)).getViewport({ scale: 1 });
        ratios.push(height / width);
      }
      if (gone) return;
      setOpened({ pdf, ratios });
      const read: string[] = [];
      for (let number = 1; number <= pdf.numPages && !gone; number++) read.push(await pageText(pdf, number));
      if (!gone) setTexts(read);
    };
    open().catch(() => !gone && setFailed(true));
    return () => {
      gone = true;
      void loading.destroy();
    };
  }, [bytes]);

  const found = texts && sought ? partOf(texts, sought) : null;
  useEffect(() => {
    if (found !== null) pages.current?.querySelector(`[data-page="${found + 1}"]`)?.scrollIntoView({ block: 'start' });
  }, [found]);

  if (failed)
    return (
      <Alert type="warning" showIcon style={{ margin: 12 }} title={t`这份 PDF 不能在网页中显示，请下载原件查看。`} />
    );
  if (!opened) return <Skeleton active style={{ padding: 24 }} />;
  return (
    <div className="original-pages" ref={pages}>
      <div className="original-where" role="status">
        {found === null
          ? texts && sought
            ? t`在原件中没有找到所选事项的文字`
            : t`共 ${opened.ratios.length} 页`
          : t`所选事项在第 ${found + 1} 页，共 ${opened.ratios.length} 页`}
      </div>
      {opened.ratios.map((ratio, index) => (
        <PdfPage
          key={index}
          pdf={opened.pdf}
          number={index + 1}
          ratio={ratio}
          found={found === index}
          label={t`${title}第 ${index + 1} 页`}
        />
      ))}
    </div>
  );
}
