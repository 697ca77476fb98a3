import { Button, Result } from 'antd';

/** What went wrong in words, with a way out. */
export function Failure({ error, retry }: { error: Error; retry?: () => void }) {
  return (
    <Result
      status="warning"
      title={error.message}
      extra={
        retry && (
          <Button type="primary" onClick={retry}>
            重试
          </Button>
        )
      }
    />
  );
}
