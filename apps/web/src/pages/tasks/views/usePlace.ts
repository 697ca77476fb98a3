import { useEffect, useLayoutEffect, useRef } from 'react';
import { useNavigationType } from 'react-router';

/** Where somebody was before he opened a task, as long as the page lives. */
const places = new Map<string, ScrollToOptions>();
let opened: string | null = null;

/** To be called when a task is opened: whoever comes back finds the keyboard on it. */
export const rememberOpened = (taskId: string) => {
  opened = taskId;
};

/** Keeps how far a box, or without one the page, was scrolled; coming back with the browser's “back” leads there again. */
export function useScrollPlace<Box extends HTMLElement>(name: string, ready: boolean) {
  const ref = useRef<Box>(null);
  const back = useNavigationType() === 'POP';
  useLayoutEffect(() => {
    if (!ready) return;
    const box = ref.current;
    const place = places.get(name);
    if (back && place) (box ?? window).scrollTo({ ...place, behavior: 'instant' });
    const keep = () =>
      places.set(
        name,
        box ? { top: box.scrollTop, left: box.scrollLeft } : { top: window.scrollY, left: window.scrollX },
      );
    const target = box ?? window;
    target.addEventListener('scroll', keep, { passive: true });
    return () => target.removeEventListener('scroll', keep);
  }, [name, ready, back]);
  return ref;
}

/** Gives the keyboard back to the task that was opened last. */
export function useReturnToOpened(ready: boolean): void {
  const back = useNavigationType() === 'POP';
  useEffect(() => {
    if (!ready || !back || opened === null) return;
    const link = document.querySelector<HTMLElement>(`[data-task="${opened}"]`);
    // It may stand in a part of the view that is still to come.
    if (!link) return;
    link.focus({ preventScroll: true });
    opened = null;
  }, [ready, back]);
}
