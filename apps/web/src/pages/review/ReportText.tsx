import { memo, useMemo } from 'react';
import type { ReportItemView } from '../../api/generated';
import { KINDS } from '../../words';
import { isDoubtful } from './arrangement';
import { KIND_SIGNS } from './Legend';
import { paragraphsOf } from './segments';
import { t } from '../../language/t';

interface Props {
  text: string;
  items: readonly ReportItemView[];
  onPick: (id: string) => void;
}

/** The report with every item highlighted in its place. It is drawn anew only when items change, not when one is picked. */
export const ReportText = memo(function ReportText({ text, items, onPick }: Props) {
  const paragraphs = useMemo(() => paragraphsOf(text, items), [text, items]);
  return (
    <article className="report-text" aria-label={t`报告原文`}>
      {paragraphs.map(({ start, segments }) => (
        <p key={start}>
          {segments.map(({ text: words, start: at, item }) =>
            item ? (
              <span
                key={at}
                className="mark"
                data-at={at}
                data-item={item.id}
                data-status={item.status}
                data-doubtful={isDoubtful(item)}
                data-kind={item.kind}
                data-first={at === item.start ? '' : undefined}
                data-sign={`${KIND_SIGNS[item.kind]}${isDoubtful(item) ? '？' : ''}`}
                title={KINDS[item.kind].name}
                onClick={() => {
                  // Whoever selects words to mark them does not mean to pick.
                  if (window.getSelection()?.isCollapsed) onPick(item.id);
                }}
              >
                {words}
              </span>
            ) : (
              <span key={at} data-at={at}>
                {words}
              </span>
            ),
          )}
        </p>
      ))}
    </article>
  );
});

/** The offsets in the report of what is selected on the page; null when nothing of the report is. */
export function selectedSpan(): { start: number; end: number } | null {
  const selection = window.getSelection();
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  const place = (node: Node, offset: number) => {
    const element = (node.nodeType === Node.TEXT_NODE ? node.parentElement : (node as Element))?.closest<HTMLElement>(
      '[data-at]',
    );
    return element && node.nodeType === Node.TEXT_NODE ? Number(element.dataset.at) + offset : null;
  };
  const start = place(range.startContainer, range.startOffset);
  const end = place(range.endContainer, range.endOffset);
  return start === null || end === null || end <= start ? null : { start, end };
}
