import { Checkbox, Segmented, Table } from 'antd';
import { useState } from 'react';
import type { LedgerPreview, LedgerRowView } from '../../api/generated';
import { STATUS } from '../../words';

type Filter = 'all' | 'error' | 'warning' | 'duplicate';

const FITS: Record<Filter, (row: LedgerRowView) => boolean> = {
  all: () => true,
  error: ({ fate }) => fate === 'error',
  warning: ({ fate, issues }) => fate === 'create' && issues.length > 0,
  duplicate: ({ duplicateOf }) => duplicateOf !== null,
};

/** The colour stands beside its word, never alone. */
const FATES: Record<LedgerRowView['fate'], { word: string; color: string; background: string }> = {
  create: { word: '导入', color: 'var(--green)', background: 'var(--green-ground)' },
  error: { word: '有误', color: 'var(--red)', background: 'var(--red-ground)' },
  duplicate: { word: '重复', color: 'var(--amber)', background: 'var(--amber-ground)' },
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
        aria-label="显示哪些行"
        value={filter}
        onChange={setFilter}
        options={[name('all', '全部'), name('error', '有误'), name('warning', '有提醒'), name('duplicate', '重复')]}
        style={{ marginBottom: 12 }}
      />
      {/* Reached by keyboard, so that it can be scrolled sideways without a mouse. */}
      <div className="framed" tabIndex={0} role="region" aria-label="逐行结果">
        <Table<LedgerRowView>
          size="small"
          rowKey="row"
          loading={busy}
          dataSource={shown}
          pagination={{ pageSize: 50, hideOnSinglePage: true, showSizeChanger: false }}
          locale={{ emptyText: <span className="quiet">没有这样的行</span> }}
          columns={[
            { title: '行', dataIndex: 'row', width: 56 },
            {
              title: '结果',
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
                      仍然导入
                    </Checkbox>
                  )}
                </>
              ),
            },
            {
              title: '任务',
              dataIndex: 'title',
              render: (title: string, row) => (
                <>
                  {title || <span className="quiet">（没有名称）</span>}
                  <Remarks {...row} />
                </>
              ),
            },
            {
              title: '牵头单位',
              dataIndex: 'leadUnitName',
              width: 170,
              render: (unit: string | null, { supportingUnitNames }) => (
                <>
                  {unit ?? <span className="quiet">未识别</span>}
                  {supportingUnitNames.length > 0 && (
                    <div className="quiet small">配合：{supportingUnitNames.join('、')}</div>
                  )}
                </>
              ),
            },
            { title: '责任人', dataIndex: 'assigneeName', width: 110, render: or('未指定') },
            { title: '完成时限', dataIndex: 'dueOn', width: 112, render: or('未定') },
            {
              title: '状态',
              dataIndex: 'status',
              width: 90,
              render: (status: LedgerRowView['status']) => STATUS[status],
            },
            { title: '进度', dataIndex: 'progress', width: 70, render: (percent: number) => `${percent}%` },
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
      {duplicateOf && <li>与{duplicateOf}的名称和牵头单位相同</li>}
      {issues.map(({ level, column, message }) => (
        <li key={`${column} ${message}`} className={level}>
          {level === 'error' ? '错误' : '提醒'} · {column}：{message}
        </li>
      ))}
    </ul>
  );
}
