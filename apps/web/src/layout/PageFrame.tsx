import { Skeleton } from 'antd';
import { Suspense } from 'react';
import { Outlet, useLocation } from 'react-router';
import { PageErrors } from './PageErrors';
import { usePageHeading } from './usePageHeading';

/** One page at its place: its title, its focus, and what is shown while it loads or when it breaks. */
export function PageFrame() {
  const { pathname } = useLocation();
  usePageHeading(pathname);
  return (
    <PageErrors key={pathname}>
      <Suspense fallback={<Skeleton active style={{ padding: 24 }} />}>
        <Outlet />
      </Suspense>
    </PageErrors>
  );
}
