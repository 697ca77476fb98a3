import { Alert, Skeleton } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { partOf } from './find-words';
import type { OriginalProps } from './OriginalPane';
import { wordPage } from './word-page';
import { t } from '../../../language/t';

/** A Word file as its pages look, in a frame where no script runs and no link leads anywhere. */
export default function WordPages({ bytes, title, sought }: OriginalProps) {
  const [page, setPage] = useState<string | null>(null);
  const [failed, setFailed] = useState(false);
  const [ready, setReady] = useState(false);
  const frame = useRef<HTMLIFrameElement>(null);

  useEffect(() => {
    let gone = false;
    wordPage(bytes).then(
      (made) => !gone && setPage(made),
      () => !gone && setFailed(true),
    );
    return () => {
      gone = true;
    };
  }, [bytes]);

  useEffect(() => {
    const inside = frame.current?.contentDocument;
    if (!ready || !inside || !sought) return;
    const paragraphs = [...inside.querySelectorAll<HTMLElement>('p')];
    const found = partOf(
      paragraphs.map(({ textContent }) => textContent),
      sought,
    );
    if (found === null) return;
    const paragraph = paragraphs[found];
    paragraph.classList.add('found');
    paragraph.scrollIntoView({ block: 'center' });
    return () => paragraph.classList.remove('found');
  }, [ready, sought]);

  if (failed)
    return (
      <Alert
        type="warning"
        showIcon
        style={{ margin: 12 }}
        title={t`这份 Word 文件不能在网页中显示，请下载原件查看。`}
      />
    );
  if (page === null) return <Skeleton active style={{ padding: 24 }} />;
  return (
    <iframe
      ref={frame}
      className="original-frame"
      title={t`原件：${title}`}
      // Without allow-scripts nothing in it runs; of one origin, so that the desk can show the place of an item.
      sandbox="allow-same-origin"
      referrerPolicy="no-referrer"
      srcDoc={page}
      onLoad={() => setReady(true)}
    />
  );
}
