import { App, ConfigProvider } from 'antd';
import enUS from 'antd/locale/en_US';
import zhCN from 'antd/locale/zh_CN';
import type { ReactNode } from 'react';
import { language } from '../language/language';
import { useAppearance } from './appearance';
import { themeOf } from './theme';

/** Everything below is drawn in the chosen appearance. */
export function Themed({ children }: { children: ReactNode }) {
  return (
    <ConfigProvider
      locale={language === 'en' ? enUS : zhCN}
      theme={themeOf(useAppearance())}
      button={{ autoInsertSpace: false }}
    >
      <App>{children}</App>
    </ConfigProvider>
  );
}
