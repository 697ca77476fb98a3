import { Button, Result, Space } from 'antd';
import { useNavigate } from 'react-router';
import { t } from '../language/t';

export function NotFound() {
  const navigate = useNavigate();
  return (
    <Result
      status="404"
      title={<h1>{t`没有这个页面`}</h1>}
      subTitle={t`网址可能抄漏了几个字，或者页面已经改名。`}
      extra={
        <Space wrap>
          <Button type="primary" onClick={() => void navigate('/')}>
            {t`返回首页`}
          </Button>
          <Button onClick={() => void navigate('/search')}>{t`搜索任务、问题和报告`}</Button>
        </Space>
      }
    />
  );
}
