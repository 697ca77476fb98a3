import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Empty, Grid, Input, Skeleton, Tabs } from 'antd';
import { useEffect } from 'react';
import { useSearchParams } from 'react-router';
import { ApiError, ask } from '../../api/client';
import { searchAll, type SearchGroup } from '../../api/generated';
import { Failure } from '../../components/Failure';
import { isTooShort, TOO_SHORT } from '../../components/WordSearch';
import { HitList, stepHits } from './HitList';
import './search.css';
import { t } from '../../language/t';

const KINDS: Record<SearchGroup['kind'], string> = { task: t`任务`, problem: t`问题`, report: t`报告原文` };
const MOST_COUNTED = 100;

const ADVICE = [
  t`每个词至少两个字；几个词之间用空格隔开，都出现的才会找到。`,
  t`要连同空格一起找，请加引号，如“GDP 增长”。`,
  t`也可输入编号，如 2026-00017。全角、半角和大小写不区分。`,
];

/** Search over all that the person may see: tasks, problems and the text of reports. */
export default function SearchPage() {
  const [search, setSearch] = useSearchParams();
  const q = search.get('q')?.trim() ?? '';
  const wide = Grid.useBreakpoint().lg;
  useArrowKeys();
  return (
    <div className="page">
      <div className="page-head">
        <h1 className="grow">
          {t`搜索`}
          {q && `“${q}”`}
        </h1>
      </div>
      {!wide && (
        <Input.Search
          key={q}
          autoFocus={q === ''}
          aria-label={t`搜索任务、问题和报告`}
          placeholder={t`搜索任务、问题和报告`}
          size="large"
          maxLength={100}
          defaultValue={q}
          onSearch={(words) => setSearch(words.trim() ? { q: words.trim() } : {})}
          style={{ marginBottom: 12 }}
        />
      )}
      {q ? <Results q={q} /> : <Advice says={t`输入要找的词`} />}
    </div>
  );
}

function Results({ q }: { q: string }) {
  const [search, setSearch] = useSearchParams();
  const { data, error, refetch } = useQuery({
    queryKey: ['search', q],
    queryFn: () => ask(searchAll({ query: { q } })),
    enabled: !isTooShort(q),
    placeholderData: keepPreviousData,
  });
  if (isTooShort(q)) return <Advice says={TOO_SHORT} />;
  if (error instanceof ApiError && error.code === 'search.too-short') return <Advice says={error.message} />;
  if (error) return <Failure error={error} retry={() => void refetch()} />;
  if (!data) return <Skeleton active />;
  const { groups } = data;
  const fullest = groups.find(({ total }) => total > 0);
  if (!fullest) return <Advice says={t`没有找到。您看到的只是自己权限范围内的内容。`} />;
  return (
    <Tabs
      activeKey={search.get('kind') ?? fullest.kind}
      onChange={(kind) => setSearch({ q, kind }, { replace: true })}
      items={groups.map((group) => ({
        key: group.kind,
        label: `${KINDS[group.kind]} ${group.total >= MOST_COUNTED ? `${MOST_COUNTED}+` : group.total}`,
        children:
          group.total > 0 ? <HitList q={q} group={group} /> : <Advice says={t`${KINDS[group.kind]}中没有找到`} />,
      }))}
    />
  );
}

function Advice({ says }: { says: string }) {
  return (
    <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={says} style={{ padding: '24px 0' }}>
      <ul className="quiet" style={{ display: 'inline-block', textAlign: 'start', margin: 0, lineHeight: 1.9 }}>
        {ADVICE.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </Empty>
  );
}

const STEPS: Record<string, 1 | -1> = { ArrowDown: 1, ArrowUp: -1 };

/** The arrow keys walk through the hits, but in the tabs, where they mean something else, and with a key held. */
function useArrowKeys(): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const by = STEPS[event.key];
      if (by === undefined || event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return;
      if ((event.target as Element).closest('[role="tablist"], [role="menu"], [role="dialog"]')) return;
      event.preventDefault();
      stepHits(by);
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
}
