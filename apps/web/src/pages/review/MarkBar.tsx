import { Button, Space } from 'antd';
import { useEffect, useState } from 'react';
import type { MarkItem } from '../../api/generated';
import { KINDS } from '../../words';
import { selectedSpan } from './ReportText';
import type { Review } from './useReview';
import { t } from '../../language/t';

/** Offers to make an item of the words that are selected in the text. */
export function MarkBar({ review, onMarked }: { review: Review; onMarked: (id: string) => void }) {
  const [span, setSpan] = useState<{ start: number; end: number } | null>(null);
  useEffect(() => {
    const onSelect = () => setSpan(selectedSpan());
    document.addEventListener('selectionchange', onSelect);
    return () => document.removeEventListener('selectionchange', onSelect);
  }, []);
  if (!span) return null;
  const mark = (kind: MarkItem['kind']) =>
    review.mark.mutate(
      { ...span, kind },
      {
        onSuccess: ({ id }) => {
          window.getSelection()?.removeAllRanges();
          onMarked(id);
        },
      },
    );
  return (
    <div
      role="toolbar"
      aria-label={t`标记选中的文字`}
      // Pressing a button must not give up the selection.
      onMouseDown={(event) => event.preventDefault()}
      style={{
        ...{ position: 'fixed', bottom: 20, left: '50%', transform: 'translateX(-50%)', zIndex: 30 },
        ...{
          background: 'var(--surface)',
          padding: '10px 16px',
          borderRadius: 6,
          boxShadow: '0 4px 20px var(--shadow)',
        },
      }}
    >
      <Space>
        <span>
          {t`选中`} {span.end - span.start} {t`字，标为：`}
        </span>
        {(Object.keys(KINDS) as MarkItem['kind'][]).map((kind) => (
          <Button key={kind} size="small" loading={review.mark.isPending} onClick={() => mark(kind)}>
            {KINDS[kind].name}
          </Button>
        ))}
      </Space>
    </div>
  );
}
