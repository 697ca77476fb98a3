import { Button, Result, Space } from 'antd';
import { useNavigate } from 'react-router';

export function NotFound() {
  const navigate = useNavigate();
  return (
    <Result
      status="404"
      title={<h1>没有这个页面</h1>}
      subTitle="网址可能抄漏了几个字，或者页面已经改名。"
      extra={
        <Space wrap>
          <Button type="primary" onClick={() => void navigate('/')}>
            返回首页
          </Button>
          <Button onClick={() => void navigate('/search')}>搜索任务、问题和报告</Button>
        </Space>
      }
    />
  );
}
