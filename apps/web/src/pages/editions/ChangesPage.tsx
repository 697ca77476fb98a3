import { Breadcrumb, Button, Empty, Segmented, Skeleton } from 'antd';
import { useCallback, useEffect, useState } from 'react';
import { Link, useParams } from 'react-router';
import type { ItemChange, ReportChanges } from '../../api/generated';
import { Failure } from '../../components/Failure';
import { useShortcuts } from '../../components/useShortcuts';
import { countsInWords, DECISIONS, decisionsFor, filtered, FILTERS, type Decision, type Filter } from './change-words';
import { ChangeCard } from './ChangeCard';
import { DropModal } from './DropModal';
import { useChanges } from './useChanges';
import { t } from '../../language/t';

const EMPTY: Record<Filter, string> = {
  pending: t`没有待处理的改动。新增的事项请到审核台审核。`,
  changed: t`没有内容有改动的事项`,
  gone: t`没有原文已删去的事项`,
  new: t`没有新增的事项`,
  same: t`没有未变的事项`,
  all: t`两稿中都没有识别出事项`,
};

export default function ChangesPage() {
  const { id = '' } = useParams();
  const edition = useChanges(id);
  const { data, error, refetch } = edition.changes;
  if (error) return <Failure error={error} retry={() => void refetch()} />;
  if (!data) return <Skeleton active style={{ padding: 24 }} />;
  return <Changes key={id} data={data} decide={edition.decide} />;
}

/** 更正稿对照: what a corrected version changed, and what that means for the tasks. */
function Changes({ data, decide }: { data: ReportChanges; decide: ReturnType<typeof useChanges>['decide'] }) {
  const { report, items, mayDecide } = data;
  const [filter, setFilter] = useState<Filter>(() => (filtered(items, 'pending').length > 0 ? 'pending' : 'changed'));
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [currentId, setCurrentId] = useState<string | null>(null);
  const [dropping, setDropping] = useState<ItemChange[] | null>(null);
  const shown = filtered(items, filter);
  const selected = shown.filter(({ id, decision }) => chosen.has(id) && decision === 'pending');
  const current = shown.find(({ id }) => id === currentId);

  useEffect(() => {
    if (currentId) document.querySelector(`[data-card="${currentId}"]`)?.scrollIntoView({ block: 'nearest' });
  }, [currentId]);

  const choose = useCallback((id: string, on: boolean) => {
    setChosen((before) => new Set(on ? [...before, id] : [...before].filter((one) => one !== id)));
  }, []);
  const { mutate } = decide;
  const decided = useCallback(
    (decision: Decision, which: ItemChange[], reason?: string) =>
      mutate(
        { changeIds: which.map(({ id }) => id), decision, reason },
        { onSuccess: () => (setChosen(new Set()), setDropping(null)) },
      ),
    [mutate],
  );
  const onDecide = useCallback(
    (decision: Decision, which: ItemChange[]) => (decision === 'drop' ? setDropping(which) : decided(decision, which)),
    [decided],
  );
  const step = (by: 1 | -1) => {
    const at = shown.findIndex(({ id }) => id === currentId);
    const next = at < 0 ? shown[0] : shown[at + by];
    if (next) setCurrentId(next.id);
  };
  const by = (decision: Decision) => () => {
    const which = selected.length > 0 ? selected : current ? [current] : [];
    if (mayDecide && decisionsFor(which).includes(decision)) onDecide(decision, which);
  };
  useShortcuts({
    j: () => step(1),
    k: () => step(-1),
    x: () => current?.decision === 'pending' && choose(current.id, !chosen.has(current.id)),
    a: by('apply'),
    o: by('keep'),
    d: by('drop'),
  });

  const offered = mayDecide ? decisionsFor(selected) : [];
  const waiting = shown.filter(({ decision }) => decision === 'pending');
  return (
    <div className="page stack">
      <Breadcrumb
        items={[
          { title: <Link to="/reports">{t`报告`}</Link> },
          { title: <Link to={`/reports/${report.id}`}>{t`审核台`}</Link> },
          { title: t`更正稿对照` },
        ]}
      />
      <div className="page-head" style={{ marginBottom: 0 }}>
        <div className="grow" style={{ minWidth: 240 }}>
          <h1>{report.title}</h1>
          <div className="quiet small">
            {report.unitName} {t`· 第`} {report.edition - 1} {t`稿 → 第`} {report.edition} {t`稿`}
            {report.changes && ` · ${countsInWords(report.changes)}`}
          </div>
        </div>
        <Link to={`/reports/${report.former?.id}`}>{t`查看上一稿`}</Link>
        <Link to={`/reports/${report.id}`}>{t`到审核台审核新增事项`}</Link>
      </div>
      <div className="filters" style={{ marginBottom: 0, alignItems: 'center' }}>
        <div style={{ maxWidth: '100%', overflowX: 'auto' }}>
          <Segmented<Filter>
            aria-label={t`改动种类`}
            value={filter}
            onChange={(next) => (setFilter(next), setChosen(new Set()))}
            options={(Object.keys(FILTERS) as Filter[]).map((value) => ({
              value,
              label: `${FILTERS[value]} ${filtered(items, value).length}`,
            }))}
          />
        </div>
        {mayDecide && waiting.length > 1 && (
          <Button onClick={() => setChosen(new Set(waiting.map(({ id }) => id)))}>
            {t`选中待处理的`} {waiting.length} {t`条`}
          </Button>
        )}
        {offered.map((decision) => (
          <Button
            key={decision}
            type={decision === 'apply' ? 'primary' : 'default'}
            loading={decide.isPending}
            onClick={() => onDecide(decision, selected)}
          >
            {DECISIONS[decision]}（{selected.length} {t`条）`}
          </Button>
        ))}
      </div>
      {mayDecide && (
        <p className="quiet small" style={{ margin: 0 }}>
          {t`采用新内容：任务改用本稿的文字，原文时限有变的一并改期；保留原内容：任务不变。按键`} <kbd>j</kbd>{' '}
          <kbd>k</kbd> {t`上下移动，`}
          <kbd>x</kbd> {t`选中，`}
          <kbd>a</kbd> {t`采用，`}
          <kbd>o</kbd> {t`保留，`}
          <kbd>d</kbd> {t`撤销任务。`}
        </p>
      )}
      <div>
        {shown.length === 0 && <Empty description={EMPTY[filter]} />}
        {shown.map((item) => (
          <ChangeCard
            key={item.id}
            item={item}
            reportId={report.id}
            formerId={report.former?.id ?? ''}
            current={item.id === currentId}
            chosen={chosen.has(item.id)}
            mayDecide={mayDecide}
            onPick={setCurrentId}
            onChoose={choose}
            onDecide={onDecide}
          />
        ))}
      </div>
      {dropping && (
        <DropModal
          items={dropping}
          pending={decide.isPending}
          onDrop={(reason) => decided('drop', dropping, reason)}
          onClose={() => setDropping(null)}
        />
      )}
    </div>
  );
}
