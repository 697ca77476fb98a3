import { useEffect } from 'react';

/**
 * After a dialog the focus goes back to where it was opened from, also when the dialog is taken away at once. Dialogs and menus
 * lie outside of #root, so what last had the focus within it is the place.
 */
export function useFocusReturn(): void {
  useEffect(() => {
    const root = document.getElementById('root');
    let last: HTMLElement | null = null;
    const remember = ({ target }: FocusEvent) => {
      if (target instanceof HTMLElement && root?.contains(target)) last = target;
    };
    const giveBack = () => {
      if (document.activeElement !== document.body || document.querySelector('[role=dialog][aria-modal=true]')) return;
      if (last?.isConnected) last.focus({ preventScroll: true });
    };
    const observer = new MutationObserver((changes) => {
      if (changes.some(({ removedNodes }) => removedNodes.length > 0)) window.requestAnimationFrame(giveBack);
    });
    document.addEventListener('focusin', remember);
    observer.observe(document.body, { childList: true });
    return () => {
      document.removeEventListener('focusin', remember);
      observer.disconnect();
    };
  }, []);
}
