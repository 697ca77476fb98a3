import { Button } from 'antd';
import type { MouseEvent, ReactNode } from 'react';
import { useHref, useLinkClickHandler } from 'react-router';

/** A link to another page of the application that looks like a button. */
export function LinkButton({ to, children }: { to: string; children: ReactNode }) {
  const go = useLinkClickHandler<HTMLAnchorElement>(to);
  return (
    <Button href={useHref(to)} onClick={(event) => go(event as MouseEvent<HTMLAnchorElement>)}>
      {children}
    </Button>
  );
}
