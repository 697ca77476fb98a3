import { SearchOutlined } from '@ant-design/icons';
import { Input, type InputRef } from 'antd';
import { useRef } from 'react';
import { NavLink, useNavigate, useSearchParams } from 'react-router';
import { useShortcuts } from '../components/useShortcuts';
import './search.css';
import { useWide } from './useWide';
import { t } from '../language/t';

/** The search field of the top bar, reached with "/"; on a phone a link to the page of search. */
export function TopSearch() {
  const field = useRef<InputRef>(null);
  const navigate = useNavigate();
  const [search] = useSearchParams();
  const wide = useWide();
  useShortcuts({ '/': () => (wide ? field.current?.focus({ cursor: 'all' }) : void navigate('/search')) });
  if (!wide) {
    return (
      <NavLink className="top-search-link" to="/search" aria-label={t`搜索`}>
        <SearchOutlined />
      </NavLink>
    );
  }
  const shown = window.location.pathname === '/search' ? (search.get('q') ?? '') : '';
  return (
    <Input
      key={shown}
      ref={field}
      className="top-search"
      aria-label={t`搜索任务、问题和报告`}
      aria-keyshortcuts="/"
      placeholder={t`搜索任务、问题和报告`}
      prefix={<SearchOutlined />}
      suffix={<kbd aria-hidden>/</kbd>}
      maxLength={100}
      defaultValue={shown}
      onPressEnter={({ currentTarget }) => {
        const q = currentTarget.value.trim();
        if (q) void navigate(`/search?q=${encodeURIComponent(q)}`);
      }}
      onKeyDown={({ key }) => {
        if (key === 'Escape') field.current?.blur();
      }}
    />
  );
}
