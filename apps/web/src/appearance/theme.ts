import { theme as antTheme, type ThemeConfig } from 'antd';
import type { Appearance } from './appearance';

// antd counts with its colours and so needs them as values; the same ones as in palette.css.
const FONT = "'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', 'Source Han Sans SC', sans-serif";

const SHARED: ThemeConfig['token'] = {
  // Who has asked the system for less motion gets none.
  motion: !window.matchMedia('(prefers-reduced-motion: reduce)').matches,
  borderRadius: 4,
  fontSize: 14,
  fontFamily: FONT,
};
const SIZES = {
  Layout: { headerHeight: 52, headerPadding: '0 20px' },
  Table: { cellPaddingBlock: 9 },
  Card: { headerHeight: 44, headerFontSize: 15 },
};

const LIGHT: ThemeConfig = {
  token: {
    ...SHARED,
    colorPrimary: '#1f4e8c',
    colorInfo: '#1f4e8c',
    colorInfoBg: '#eaf1fb',
    colorInfoBorder: '#b9cfec',
    colorError: '#b42318',
    colorLink: '#1f4e8c',
    colorLinkHover: '#163a69',
    colorLinkActive: '#163a69',
    colorText: '#1f2937',
    colorTextSecondary: '#4b5563',
    colorTextTertiary: '#5f6875',
    colorTextDescription: '#5f6875',
    colorTextPlaceholder: '#6b7280',
    colorBgLayout: '#f3f5f8',
  },
  components: {
    Layout: { ...SIZES.Layout, headerBg: '#1f4e8c', bodyBg: '#f3f5f8' },
    Table: { ...SIZES.Table, headerBg: '#f0f3f7' },
    Card: SIZES.Card,
  },
};

/** Dark ink on what is filled with a light colour. */
const ON_FILL = { colorTextLightSolid: '#0d1b2e' };

const DARK: ThemeConfig = {
  algorithm: antTheme.darkAlgorithm,
  token: {
    ...SHARED,
    colorPrimary: '#9cc4ff',
    colorInfo: '#9cc4ff',
    colorLink: '#9cc4ff',
    colorLinkHover: '#c3dcff',
    colorLinkActive: '#c3dcff',
    colorError: '#ffa99e',
    colorInfoBg: '#1b3254',
    colorInfoBorder: '#2f4f7f',
    colorText: '#e3e8ef',
    colorTextSecondary: '#c0c9d5',
    colorTextTertiary: '#a5afbd',
    colorTextDescription: '#a5afbd',
    colorTextPlaceholder: '#98a3b3',
    colorBgContainer: '#1c2129',
    colorBgElevated: '#262d37',
    colorBgLayout: '#12161c',
    colorBorder: '#4a5462',
    colorBorderSecondary: '#343c48',
  },
  components: {
    Layout: { ...SIZES.Layout, headerBg: '#182c46', bodyBg: '#12161c' },
    Table: { ...SIZES.Table, headerBg: '#232932' },
    Card: SIZES.Card,
    Button: { ...ON_FILL, primaryColor: '#0d1b2e', dangerColor: '#2b0f0c' },
    Badge: ON_FILL,
    DatePicker: ON_FILL,
    Steps: ON_FILL,
    Pagination: ON_FILL,
    Segmented: { itemSelectedBg: '#3a4454', trackBg: '#12161c' },
  },
};

export const themeOf = (appearance: Appearance): ThemeConfig => (appearance === 'dark' ? DARK : LIGHT);
