import { Button, Result, Space } from 'antd';
import { ApiError } from '../api/client';
import { t } from '../language/t';

const KINDS: Partial<Record<number, '403' | '404'>> = { 403: '403', 404: '404' };

/** What went wrong in words, with a way out. */
export function Failure({ error, retry }: { error: Error; retry?: () => void }) {
  const kind = error instanceof ApiError ? KINDS[error.status] : undefined;
  const retried = retry && !kind;
  return (
    <Result
      status={kind ?? 'warning'}
      title={<h2 className="failure">{error.message}</h2>}
      subTitle={kind === '403' && t`如果工作需要查看，请联系管理员为您设置角色。`}
      extra={
        <Space wrap>
          {retried && (
            <Button type="primary" onClick={retry}>
              {t`重试`}
            </Button>
          )}
          <Button type={retried ? 'default' : 'primary'} href="/">
            {t`返回首页`}
          </Button>
        </Space>
      }
    />
  );
}
