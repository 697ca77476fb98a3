import { useQuery } from '@tanstack/react-query';
import { Button, Card, Progress, Table } from 'antd';
import { useState } from 'react';
import { ask } from '../../api/client';
import { getRectificationRate, type RateLine } from '../../api/generated';
import { DaySelect } from '../../components/DaySelect';
import { t } from '../../language/t';

interface Props {
  unitId?: string;
  category?: string;
}

/** 整改率 with its formula; the parts by unit and category on demand. */
export function RateCard({ unitId, category }: Props) {
  const [open, setOpen] = useState(false);
  const [from, setFrom] = useState<string | null>(null);
  const [to, setTo] = useState<string | null>(null);
  const query = { unitId, category, from: from ?? undefined, to: to ?? undefined };
  const { data, error } = useQuery({
    queryKey: ['problems', 'rate', query],
    queryFn: () => ask(getRectificationRate({ query })),
    placeholderData: (previous) => previous,
  });
  if (error)
    return (
      <Card style={{ marginBottom: 12 }}>
        {t`整改率：`}
        {error.message}
      </Card>
    );
  if (!data) return null;
  const { whole, formula, byUnit, byCategory } = data;
  return (
    <Card style={{ marginBottom: 12 }} styles={{ body: { padding: '12px 16px' } }}>
      <div className="rate">
        <strong>{whole.percent === null ? '—' : `${whole.percent}%`}</strong>
        <div style={{ flex: 1, minWidth: 220 }}>
          <div>
            {t`整改率：已销号`} {whole.closed} {t`个，共`} {whole.total} {t`个`}
          </div>
          <div className="quiet small">{formula}</div>
        </div>
        <div className="no-print" style={{ display: 'flex', flexWrap: 'wrap', gap: 8 }}>
          <div style={{ width: 150 }}>
            <DaySelect label={t`提出日期从`} placeholder={t`提出日期从`} value={from} onChange={setFrom} />
          </div>
          <div style={{ width: 150 }}>
            <DaySelect label={t`提出日期到`} placeholder={t`到`} value={to} onChange={setTo} />
          </div>
          <Button onClick={() => setOpen(!open)} aria-expanded={open}>
            {open ? t`收起明细` : t`按单位、类别查看`}
          </Button>
        </div>
      </div>
      {open && (
        <div className="columns" style={{ marginTop: 12 }}>
          <Lines head={t`整改单位（含下级）`} rows={byUnit} />
          <Lines head={t`问题类别`} rows={byCategory} />
        </div>
      )}
    </Card>
  );
}

function Lines({ head, rows }: { head: string; rows: RateLine[] }) {
  return (
    <Table<RateLine>
      size="small"
      rowKey="name"
      dataSource={rows}
      pagination={false}
      columns={[
        { title: head, dataIndex: 'name' },
        { title: t`已销号`, dataIndex: 'closed', width: 80, align: 'right' },
        { title: t`总数`, dataIndex: 'total', width: 70, align: 'right' },
        {
          title: t`整改率`,
          dataIndex: 'percent',
          width: 150,
          render: (percent: number, { name }) => (
            <Progress percent={percent} size="small" status="normal" aria-label={t`${name}的整改率`} />
          ),
        },
      ]}
    />
  );
}
