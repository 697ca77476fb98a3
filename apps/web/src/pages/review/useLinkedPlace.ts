import { useEffect } from 'react';

/** Shows the words at the offsets `at` to `to` of the report's text, where a link names them. */
export function useLinkedPlace(at: string | null, to: string | null): void {
  useEffect(() => {
    if (at === null || to === null) return;
    const start = textPlace(Number(at));
    const end = textPlace(Number(to));
    if (!start || !end) return;
    const paragraph = start.node.parentElement?.closest('p');
    paragraph?.classList.add('linked');
    paragraph?.scrollIntoView({ block: 'center' });
    const words = new Range();
    words.setStart(start.node, start.offset);
    words.setEnd(end.node, end.offset);
    // Marks the words without touching what React has drawn; browsers that cannot still show the paragraph.
    CSS.highlights?.set('linked', new Highlight(words));
    return () => {
      paragraph?.classList.remove('linked');
      CSS.highlights?.delete('linked');
    };
  }, [at, to]);
}

/** The text node on the page that holds the offset. */
function textPlace(place: number): { node: Text; offset: number } | null {
  const stretches = [...document.querySelectorAll<HTMLElement>('.report-text [data-at]')];
  const around = stretches.findLast(({ dataset }) => Number(dataset.at) <= place);
  const node = around?.firstChild;
  if (!(node instanceof Text)) return null;
  return { node, offset: Math.min(place - Number(around?.dataset.at), node.length) };
}
