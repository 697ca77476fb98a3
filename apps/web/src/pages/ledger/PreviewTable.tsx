import { Checkbox, Segmented, Table } from 'antd';
import { useState } from 'react';
import type { LedgerPreview, LedgerRowView } from '../../api/generated';
import { STATUS } from '../../words';
import { t } from '../../language/t';

type Filter = 'all' | 'error' | 'warning' | 'duplicate';

const FITS: Record<Filter, (row: LedgerRowView) => boolean> = {
  all: () => true,
  error: ({ fate }) => fate === 'error',
  warning: ({ fate, issues }) => fate === 'create' && issues.length > 0,
  duplicate: ({ duplicateOf }) => duplicateOf !== null,
};

/** The colour stands beside its word, never alone. */
const FATES: Record<LedgerRowView['fate'], { word: string; color: string; background: string }> = {
  create: { word: t`导入`, color: 'var(--green)', background: 'var(--green-ground)' },
  error: { word: t`有误`, color: 'var(--red)', background: 'var(--red-ground)' },
  duplicate: { word: t`重复`, color: 'var(--amber)', background: 'var(--amber-ground)' },
};

interface Props {
  found: LedgerPreview;
  /** Rows that are taken although they are tracked already. */
  chosen: readonly number[];
  choose: (rows: number[]) => void;
  busy: boolean;
}

/** What every row would become, with what is to be said about it. */
export function PreviewTable({ found: { rows, counts }, chosen, choose, busy }: Props) {
  const [filter, setFilter] = useState<Filter>(counts.error > 0 ? 'error' : 'all');
  const shown = rows.filter(FITS[filter]);
  const name = (of: Filter, word: string) => ({ value: of, label: `${word} ${rows.filter(FITS[of]).length}` });
  return (
    <>
      <Segmented<Filter>
        aria-label={t`显示哪些行`}
        value={filter}
        onChange={setFilter}
        options={[name('all', t`全部`), name('error', t`有误`), name('warning', t`有提醒`), name('duplicate', t`重复`)]}
        style={{ marginBottom: 12 }}
      />
      {/* Reached by keyboard, so that it can be scrolled sideways without a mouse. */}
      <div className="framed" tabIndex={0} role="region" aria-label={t`逐行结果`}>
        <Table<LedgerRowView>
          size="small"
          rowKey="row"
          loading={busy}
          dataSource={shown}
          pagination={{ pageSize: 50, hideOnSinglePage: true, showSizeChanger: false }}
          locale={{ emptyText: <span className="quiet">{t`没有这样的行`}</span> }}
          columns={[
            { title: t`行`, dataIndex: 'row', width: 56 },
            {
              title: t`结果`,
              dataIndex: 'fate',
              width: 150,
              render: (fate: LedgerRowView['fate'], { row, duplicateOf }) => (
                <>
                  <Fate {...FATES[fate]} />
                  {duplicateOf && (
                    <Checkbox
                      checked={chosen.includes(row)}
                      onChange={({ target }) =>
                        choose(target.checked ? [...chosen, row] : chosen.filter((one) => one !== row))
                      }
                    >
                      {t`仍然导入`}
                    </Checkbox>
                  )}
                </>
              ),
            },
            {
              title: t`任务`,
              dataIndex: 'title',
              render: (title: string, row) => (
                <>
                  {title || <span className="quiet">{t`（没有名称）`}</span>}
                  <Remarks {...row} />
                </>
              ),
            },
            {
              title: t`牵头单位`,
              dataIndex: 'leadUnitName',
              width: 170,
              render: (unit: string | null, { supportingUnitNames }) => (
                <>
                  {unit ?? <span className="quiet">{t`未识别`}</span>}
                  {supportingUnitNames.length > 0 && (
                    <div className="quiet small">
                      {t`配合：`}
                      {supportingUnitNames.join('、')}
                    </div>
                  )}
                </>
              ),
            },
            { title: t`责任人`, dataIndex: 'assigneeName', width: 110, render: or(t`未指定`) },
            { title: t`完成时限`, dataIndex: 'dueOn', width: 112, render: or(t`未定`) },
            {
              title: t`状态`,
              dataIndex: 'status',
              width: 90,
              render: (status: LedgerRowView['status']) => STATUS[status],
            },
            { title: t`进度`, dataIndex: 'progress', width: 70, render: (percent: number) => `${percent}%` },
          ]}
        />
      </div>
    </>
  );
}

const or = (nothing: string) => (value: string | null) => value ?? <span className="quiet">{nothing}</span>;

function Fate({ word, ...colours }: (typeof FATES)[LedgerRowView['fate']]) {
  return (
    <span className="light" style={{ ...colours, marginInlineEnd: 8 }}>
      {word}
    </span>
  );
}

function Remarks({ issues, duplicateOf }: Pick<LedgerRowView, 'issues' | 'duplicateOf'>) {
  if (issues.length === 0 && !duplicateOf) return null;
  return (
    <ul className="remarks">
      {duplicateOf && (
        <li>
          {t`与`}
          {duplicateOf}
          {t`的名称和牵头单位相同`}
        </li>
      )}
      {issues.map(({ level, column, message }) => (
        <li key={`${column} ${message}`} className={level}>
          {level === 'error' ? t`错误` : t`提醒`} · {column}：{message}
        </li>
      ))}
    </ul>
  );
}
