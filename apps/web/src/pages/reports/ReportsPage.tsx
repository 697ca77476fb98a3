import { Empty, Segmented, Table, Tag } from 'antd';
import { Link, useSearchParams } from 'react-router';
import { ask } from '../../api/client';
import { listReports, type ReportSummary } from '../../api/generated';
import { Failure } from '../../components/Failure';
import { More, usePages } from '../../components/pages';
import { UnitSelect } from '../../components/UnitSelect';
import { WordSearch } from '../../components/WordSearch';
import { useMay } from '../../session/session';
import { ImportCard } from './ImportCard';
import { t } from '../../language/t';

export default function ReportsPage() {
  const imports = useMay('report.import');
  const [search, setSearch] = useSearchParams();
  const filters = {
    q: search.get('q') || undefined,
    unitId: search.get('unitId') || undefined,
    state: (search.get('state') || undefined) as 'to-review' | 'reviewed' | undefined,
  };
  const set = (name: string, value: string | undefined) => {
    const next = new URLSearchParams(search);
    if (value) next.set(name, value);
    else next.delete(name);
    setSearch(next, { replace: true });
  };
  const list = usePages(['reports', filters], (cursor) => ask(listReports({ query: { ...filters, cursor } })));
  const { rows, error, refetch, isFetching } = list;
  if (error) return <Failure error={error} retry={() => void refetch()} />;
  return (
    <div className="page stack">
      <div className="page-head" style={{ marginBottom: 0 }}>
        <h1 className="grow">{t`报告`}</h1>
      </div>
      {imports && <ImportCard />}
      <div>
        <div className="filters">
          <Segmented
            aria-label={t`审核状态`}
            value={filters.state ?? ''}
            onChange={(state) => set('state', state)}
            options={[
              { label: t`全部`, value: '' },
              { label: t`待审核`, value: 'to-review' },
              { label: t`已审完`, value: 'reviewed' },
            ]}
          />
          <WordSearch
            label={t`搜索报告`}
            placeholder={t`标题、正文或文件名`}
            value={filters.q}
            onSearch={(q) => set('q', q)}
            width={260}
          />
          <UnitSelect
            label={t`报告单位`}
            value={filters.unitId}
            onChange={(unitId) => set('unitId', unitId)}
            allowClear
            placeholder={t`全部单位`}
            style={{ width: 220 }}
          />
        </div>
        <Table<ReportSummary>
          rowKey="id"
          loading={isFetching && !rows}
          dataSource={rows}
          pagination={false}
          scroll={{ x: 860 }}
          locale={{
            emptyText: (
              <Empty
                description={
                  imports ? t`还没有报告。把报告文件拖到上方，即可开始。` : t`还没有报告。督办员导入后会出现在这里。`
                }
              />
            ),
          }}
          columns={[
            {
              title: t`报告`,
              dataIndex: 'title',
              render: (title: string, { id, fileName, edition, changes, doubt }) => (
                <>
                  <Link to={`/reports/${id}`}>{title}</Link>{' '}
                  {edition > 1 && (
                    <Tag>
                      {t`第`} {edition} {t`稿`}
                    </Tag>
                  )}{' '}
                  {changes && changes.pending > 0 && (
                    <Link to={`/reports/${id}/changes`} className="small">
                      {changes.pending} {t`条改动待处理`}
                    </Link>
                  )}
                  {doubt && <span className="small">{t`待确定是否为更正稿`}</span>}
                  <div className="quiet small">{fileName}</div>
                </>
              ),
            },
            { title: t`报告单位`, dataIndex: 'unitName', width: 170 },
            {
              title: t`期间`,
              dataIndex: 'period',
              width: 140,
              render: (period: ReportSummary['period']) => period?.label ?? '—',
            },
            {
              title: t`审核`,
              dataIndex: 'counts',
              width: 190,
              render: (counts: ReportSummary['counts']) => <ReviewState {...counts} />,
            },
            {
              title: t`导入`,
              dataIndex: 'importedAt',
              width: 150,
              render: (at: string, { importedBy }) => (
                <>
                  {new Date(at).toLocaleDateString('zh-CN')}
                  <div className="quiet small">{importedBy}</div>
                </>
              ),
            },
          ]}
        />
        <More list={list} />
      </div>
    </div>
  );
}

function ReviewState({ proposed, accepted, rejected }: ReportSummary['counts']) {
  const all = proposed + accepted + rejected;
  if (all === 0) return <span className="quiet">{t`未识别出事项`}</span>;
  return proposed > 0 ? (
    <Tag style={{ color: 'var(--amber)', background: 'var(--amber-ground)', borderColor: 'var(--amber-line)' }}>
      {t`待审核，已审`} {all - proposed} / {all}
    </Tag>
  ) : (
    <Tag style={{ color: 'var(--green)', background: 'var(--green-ground)', borderColor: 'var(--green-line)' }}>
      {t`已审完`} {all} {t`条`}
    </Tag>
  );
}
