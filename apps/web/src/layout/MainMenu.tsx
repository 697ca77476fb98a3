import { MenuOutlined } from '@ant-design/icons';
import { Drawer } from 'antd';
import { useState } from 'react';
import { NavLink } from 'react-router';
import { useWide } from './useWide';
import { t } from '../language/t';

export interface MenuPage {
  to: string;
  name: string;
  shown: boolean;
}

/** 主导航: in the top bar where it has room, otherwise in a drawer behind a button. */
export function MainMenu({ pages }: { pages: readonly MenuPage[] }) {
  const [open, setOpen] = useState(false);
  const links = pages
    .filter(({ shown }) => shown)
    .map(({ to, name }) => (
      <NavLink key={to} to={to} end={to === '/'} onClick={() => setOpen(false)}>
        {name}
      </NavLink>
    ));
  if (useWide()) return <nav aria-label={t`主导航`}>{links}</nav>;
  return (
    <>
      <button
        type="button"
        className="top-button"
        aria-label={t`打开菜单`}
        aria-haspopup="dialog"
        aria-expanded={open}
        onClick={() => setOpen(true)}
      >
        <MenuOutlined />
      </button>
      <Drawer open={open} placement="left" size={260} title={t`菜单`} onClose={() => setOpen(false)}>
        <nav className="drawer-menu" aria-label={t`主导航`}>
          {links}
        </nav>
      </Drawer>
    </>
  );
}
