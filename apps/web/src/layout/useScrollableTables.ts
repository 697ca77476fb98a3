import { useEffect } from 'react';

/**
 * A table wider than its place can be scrolled with the arrow keys: antd's frame around it takes the focus only if told so.
 */
export function useScrollableTables(): void {
  useEffect(() => {
    let frame = 0;
    const look = () => {
      frame = 0;
      for (const table of document.querySelectorAll<HTMLElement>('main .ant-table-content, main .framed')) {
        const wide = table.scrollWidth > table.clientWidth;
        if (wide) table.tabIndex = 0;
        else if (table.tabIndex === 0) table.removeAttribute('tabindex');
      }
    };
    const soon = () => {
      frame ||= window.requestAnimationFrame(look);
    };
    const main = document.getElementById('main');
    const observer = new MutationObserver(soon);
    if (main) observer.observe(main, { childList: true, subtree: true });
    window.addEventListener('resize', soon);
    return () => {
      observer.disconnect();
      window.removeEventListener('resize', soon);
      window.cancelAnimationFrame(frame);
    };
  }, []);
}
