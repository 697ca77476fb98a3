import { useEffect, useRef } from 'react';
import { t } from '../language/t';

const NAME = t`落实`;

/**
 * The heading of a page is its title in the browser's tab, and takes the focus when another page has come, so that a reader
 * of screens says where one is. Pages that still read their content get both as soon as the heading is there.
 */
export function usePageHeading(pathname: string): void {
  const before = useRef(pathname);
  useEffect(() => {
    const main = document.getElementById('main');
    if (!main) return;
    let toFocus = before.current !== pathname;
    before.current = pathname;
    document.title = NAME;
    const look = () => {
      const heading = main.querySelector('h1') ?? main.querySelector<HTMLElement>('h2.failure');
      const words = heading?.textContent?.replace(/\s+/g, ' ').trim();
      if (!heading || !words) return;
      const title = `${words} · ${NAME}`;
      if (document.title !== title) document.title = title;
      if (!toFocus) return;
      toFocus = false;
      // What the new page has given the focus to keeps it: a field, a dialog, the task one comes back from.
      const { activeElement } = document;
      if (activeElement?.closest('input, textarea, [role=dialog], [data-task]')) return;
      heading.tabIndex = -1;
      heading.focus({ preventScroll: true });
    };
    look();
    const observer = new MutationObserver(look);
    observer.observe(main, { childList: true, subtree: true, characterData: true });
    return () => observer.disconnect();
  }, [pathname]);
}
