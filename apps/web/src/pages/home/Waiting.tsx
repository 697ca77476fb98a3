import { Skeleton } from 'antd';

/** Keeps the place of what is still being read. */
export const Waiting = ({ rows }: { rows: number }) => (
  <Skeleton active title={false} paragraph={{ rows, width: '100%' }} />
);
