import { Card, Segmented } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { Failure } from '../../components/Failure';
import { UnitSelect } from '../../components/UnitSelect';
import { TrendTable } from './TrendTable';
import { useTrend } from './useTrend';
import { Waiting } from './Waiting';
import { t } from '../../language/t';

// The charts weigh more than all the rest of the page.
const TrendChart = lazy(() => import('./TrendChart'));

/** 按期完成率 over the last eight quarters, as a chart or as a table. */
export function TrendCard() {
  const [unitId, setUnitId] = useState<string>();
  const [form, setForm] = useState<'chart' | 'table'>('chart');
  const { data, error, refetch } = useTrend(unitId);
  const empty = data?.quarters.every(({ due }) => due === 0);
  return (
    <Card
      className="trend-card"
      title={t`近八个季度完成情况`}
      extra={
        <div className="trend-choice no-print">
          <UnitSelect label={t`统计单位`} value={unitId ?? data?.unitId} onChange={setUnitId} style={{ width: 180 }} />
          <Segmented
            aria-label={t`显示方式`}
            value={form}
            onChange={setForm}
            options={[
              { value: 'chart', label: t`图表` },
              { value: 'table', label: t`数据表` },
            ]}
          />
        </div>
      }
    >
      <div className="trend">
        {error && <Failure error={error} retry={() => (unitId ? setUnitId(undefined) : void refetch())} />}
        {!error && !data && <Waiting rows={10} />}
        {!error && data && form === 'table' && <TrendTable trend={data} />}
        {!error && data && form === 'chart' && (
          <Suspense fallback={<Waiting rows={10} />}>
            <TrendChart trend={data} />
          </Suspense>
        )}
      </div>
      <p className="quiet small health-rule">
        {empty && t`这八个季度没有到期的任务。`}
        {data?.formula ?? '…'}
        {data && t` 统计单位：${data.unitName}（含下级单位）。`}
      </p>
    </Card>
  );
}
