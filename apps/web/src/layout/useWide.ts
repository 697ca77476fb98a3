import { useSyncExternalStore } from 'react';

const wide = window.matchMedia('(width >= 992px)');

function subscribe(tell: () => void) {
  wide.addEventListener('change', tell);
  return () => wide.removeEventListener('change', tell);
}

/** Whether the menu and the field of search have room in the top bar; known at the first drawing, so that nothing jumps. */
export const useWide = (): boolean => useSyncExternalStore(subscribe, () => wide.matches);
