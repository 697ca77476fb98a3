import { useEffect, useRef, useState } from 'react';

/** Pixels above and below the pane within which something counts as in sight. */
const AHEAD = 900;

/** Whether an element is in sight of the pane that scrolls it, or nearly; and how high it was when it last was. */
export function useNear<Of extends HTMLElement>(pane: string) {
  const ref = useRef<Of>(null);
  const [near, setNear] = useState(false);
  const [height, setHeight] = useState<number>();
  useEffect(() => {
    const element = ref.current;
    if (!element) return;
    const watch = new IntersectionObserver(
      (entries) => {
        const { isIntersecting, boundingClientRect } = entries[entries.length - 1];
        if (!isIntersecting && boundingClientRect.height > 0) setHeight(boundingClientRect.height);
        setNear(isIntersecting);
      },
      { root: element.closest(pane), rootMargin: `${AHEAD}px 0px` },
    );
    watch.observe(element);
    return () => watch.disconnect();
  }, [pane]);
  return { ref, near, height };
}
