import { useQuery } from '@tanstack/react-query';
import { Card, Empty, Grid, Select } from 'antd';
import { useState } from 'react';
import { ask } from '../../api/client';
import { getHealthSheet } from '../../api/generated';
import { Failure } from '../../components/Failure';
import { HealthLines } from './HealthLines';
import { HealthTable } from './HealthTable';
import { useTrend } from './useTrend';
import { Waiting } from './Waiting';
import { t } from '../../language/t';

/** 五色体检表: how each unit stands, by the lights of its tasks. */
export function HealthSheetCard() {
  const narrow = !Grid.useBreakpoint().md;
  const [quarter, setQuarter] = useState<string>();
  const { data: trend } = useTrend();
  const chosen = trend?.quarters.find(({ start }) => start === quarter);
  const due = chosen ? { dueFrom: chosen.start, dueTo: chosen.end } : {};
  const { data, error, refetch } = useQuery({
    queryKey: ['overview', 'health', due],
    queryFn: () => ask(getHealthSheet({ query: due })),
    placeholderData: (previous) => previous,
  });
  const Sheet = narrow ? HealthLines : HealthTable;
  return (
    <Card
      title={t`各单位五色体检表`}
      extra={
        <Select
          aria-label={t`完成时限所在季度`}
          value={quarter ?? ''}
          onChange={(start) => setQuarter(start || undefined)}
          options={[
            { value: '', label: t`全部时限` },
            ...(trend?.quarters.toReversed() ?? []).map(({ start, label }) => ({ value: start, label })),
          ]}
          style={{ width: 168 }}
        />
      }
    >
      <div className="health">
        {error && <Failure error={error} retry={() => void refetch()} />}
        {!error && !data && <Waiting rows={5} />}
        {data && data.units.length > 0 && <Sheet units={data.units} due={due} />}
        {data?.units.length === 0 && (
          <Empty
            image={Empty.PRESENTED_IMAGE_SIMPLE}
            description={chosen ? t`${chosen.label}没有到期的任务` : t`还没有交办的任务`}
          />
        )}
      </div>
      {data && (
        <p className="quiet small health-rule">
          {t`单位的数字含下级单位。总评依次判断，先符合的为准：`}
          {data.rules.join('；')}
          {t`。拟立项、中止和撤销的任务不亮灯、不统计。`}
        </p>
      )}
    </Card>
  );
}
