import { App, ConfigProvider } from 'antd';
import zhCN from 'antd/locale/zh_CN';
import type { ReactNode } from 'react';
import { useAppearance } from './appearance';
import { themeOf } from './theme';

/** Everything below is drawn in the chosen appearance. */
export function Themed({ children }: { children: ReactNode }) {
  return (
    <ConfigProvider locale={zhCN} theme={themeOf(useAppearance())} button={{ autoInsertSpace: false }}>
      <App>{children}</App>
    </ConfigProvider>
  );
}
