import { useEffect } from 'react';

const unsaved = new Set<object>();

/** Whether any form on the page holds text that was not sent. */
export const anyUnsaved = (): boolean => unsaved.size > 0;

/** Tells LeaveGuard that leaving would lose text, as long as `holds`. */
export function useUnsaved(holds: boolean): void {
  useEffect(() => {
    if (!holds) return;
    const mark = {};
    unsaved.add(mark);
    return () => void unsaved.delete(mark);
  }, [holds]);
}
