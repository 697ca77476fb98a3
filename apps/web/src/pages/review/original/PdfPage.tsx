import { useEffect, useRef } from 'react';
import { useNear } from '../useNear';
import type { Pdf } from './pdf';

interface Props {
  pdf: Pdf;
  number: number;
  ratio: number;
  found: boolean;
  label: string;
}

/** One page; its picture is made when it comes near, and given up when it is far. */
export function PdfPage({ pdf, number, ratio, found, label }: Props) {
  const { ref, near } = useNear<HTMLDivElement>('.desk-scroll');
  const canvas = useRef<HTMLCanvasElement>(null);

  useEffect(() => {
    const target = canvas.current;
    if (!near || !target) return;
    let stop = () => {};
    let gone = false;
    void pdf.getPage(number).then((page) => {
      if (gone) return;
      const width = target.clientWidth * Math.min(window.devicePixelRatio, 2);
      const viewport = page.getViewport({ scale: width / page.getViewport({ scale: 1 }).width });
      target.width = viewport.width;
      target.height = viewport.height;
      const drawing = page.render({ canvas: target, viewport });
      stop = () => drawing.cancel();
      // Cancelled when the page is left; a page that cannot be drawn stays white beside the others.
      drawing.promise.then(
        () => target.setAttribute('data-drawn', ''),
        () => {},
      );
    });
    return () => {
      gone = true;
      stop();
    };
  }, [near, pdf, number]);

  return (
    <div
      ref={ref}
      className={`original-page${found ? ' found' : ''}`}
      data-page={number}
      style={{ aspectRatio: 1 / ratio }}
    >
      {near && <canvas ref={canvas} role="img" aria-label={label} />}
    </div>
  );
}
