import { Button, Result, Space } from 'antd';
import { Component, type ReactNode } from 'react';
import { t } from '../language/t';

/** How the browsers say that a part of the program is no longer there. */
const PART_MISSING = /dynamically imported module|importing a module script|preload CSS/i;

/** Keeps what breaks within one page: the rest of the application stays usable, and the page tells the way out. */
export class PageErrors extends Component<{ children: ReactNode }, { error: Error | null }> {
  override state = { error: null };

  static getDerivedStateFromError(error: Error) {
    return { error };
  }

  override render() {
    const { error } = this.state;
    return error ? <Broken error={error} retry={() => this.setState({ error: null })} /> : this.props.children;
  }
}

export function Broken({ error, retry }: { error: Error; retry: () => void }) {
  if (PART_MISSING.test(error.message)) {
    return (
      <Result
        status="info"
        title={<h1>{t`系统已更新，这个页面要重新载入`}</h1>}
        subTitle={t`重新载入后即可继续使用；如果仍然打不开，请检查网络。`}
        extra={
          <Button type="primary" onClick={() => window.location.reload()}>
            {t`重新载入`}
          </Button>
        }
      />
    );
  }
  return (
    <Result
      status="error"
      title={<h1>{t`这个页面出了问题，没有显示出来`}</h1>}
      subTitle={t`已保存的内容不受影响。请重试；如果反复出现，请把下面这句话告诉管理员。`}
      extra={
        <Space wrap>
          <Button type="primary" onClick={retry}>
            {t`重试`}
          </Button>
          <Button href="/">{t`返回首页`}</Button>
        </Space>
      }
    >
      <code className="narrative">{error.message}</code>
    </Result>
  );
}
