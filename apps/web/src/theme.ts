import type { ThemeConfig } from 'antd';

export const theme: ThemeConfig = {
  token: {
    // Who has asked the system for less motion gets none.
    motion: !window.matchMedia('(prefers-reduced-motion: reduce)').matches,
    colorPrimary: '#1f4e8c',
    colorInfo: '#1f4e8c',
    colorInfoBg: '#eaf1fb',
    colorInfoBorder: '#b9cfec',
    colorError: '#b42318',
    colorLink: '#1f4e8c',
    colorTextSecondary: '#4b5563',
    colorTextTertiary: '#5f6875',
    colorTextDescription: '#5f6875',
    colorTextPlaceholder: '#6b7280',
    borderRadius: 4,
    fontSize: 14,
    fontFamily: "'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', 'Source Han Sans SC', sans-serif",
  },
  components: {
    Layout: { headerBg: '#1f4e8c', headerHeight: 52, headerPadding: '0 20px', bodyBg: '#f3f5f8' },
    Table: { headerBg: '#f0f3f7', cellPaddingBlock: 9 },
    Card: { headerHeight: 44, headerFontSize: 15 },
  },
};
