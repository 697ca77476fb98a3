import { LeftOutlined, RightOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Alert, Button, Card, Empty, Select, Skeleton } from 'antd';
import dayjs from 'dayjs';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { ask } from '../../api/client';
import { getCalendarYear, type CalendarYearView } from '../../api/generated';
import { lackingWord, unpublishedWords, useCalendarYears } from '../../components/calendar-years';
import { Failure } from '../../components/Failure';
import { DayModal } from './DayModal';
import { festivalsOf } from './days';
import { FestivalTable } from './FestivalTable';
import { ImportCalendarModal } from './ImportCalendarModal';
import { YearGrid } from './YearGrid';
import { YearModal } from './YearModal';
import './calendar.css';
import { t } from '../../language/t';

export default function CalendarPage() {
  const [search, setSearch] = useSearchParams();
  const year = Number(search.get('year')) || dayjs().year();
  const go = (to: number) => setSearch({ year: String(to) }, { replace: true });
  const { data, error, refetch } = useQuery({
    queryKey: ['calendar-year', year],
    queryFn: () => ask(getCalendarYear({ path: { year } })),
  });
  const [importing, setImporting] = useState(false);
  const [stating, setStating] = useState(false);
  return (
    <div className="page stack calendar-page">
      <div className="page-head" style={{ marginBottom: 0 }}>
        <h1>{t`工作日历`}</h1>
        <YearSelect year={year} go={go} />
        <span className="grow" />
        {data?.editable && (
          <>
            <Button onClick={() => setStating(true)}>{t`公布状态`}</Button>
            <Button type="primary" onClick={() => setImporting(true)}>
              {t`导入放假安排`}
            </Button>
          </>
        )}
      </div>
      {error && <Failure error={error} retry={() => void refetch()} />}
      {!error && !data && <Skeleton active />}
      {data && <Year data={data} />}
      {data && importing && <ImportCalendarModal year={year} onClose={() => setImporting(false)} />}
      {data && stating && <YearModal year={data} onClose={() => setStating(false)} />}
    </div>
  );
}

function YearSelect({ year, go }: { year: number; go: (year: number) => void }) {
  const years = useCalendarYears() ?? [];
  const known = (one: number) => years.some((stored) => stored.year === one);
  return (
    <div style={{ display: 'flex', gap: 4 }}>
      <Button aria-label={t`上一年`} icon={<LeftOutlined />} disabled={!known(year - 1)} onClick={() => go(year - 1)} />
      <Select
        aria-label={t`年份`}
        value={year}
        onChange={go}
        style={{ width: 178 }}
        options={years.map((one) => ({
          value: one.year,
          label: one.published ? t`${one.year}年` : t`${one.year}年（${lackingWord(one.year)}）`,
        }))}
      />
      <Button
        aria-label={t`下一年`}
        icon={<RightOutlined />}
        disabled={!known(year + 1)}
        onClick={() => go(year + 1)}
      />
    </div>
  );
}

function Year({ data }: { data: CalendarYearView }) {
  const [day, setDay] = useState<string | null>(null);
  return (
    <>
      {!data.published && (
        <Alert
          type="warning"
          showIcon
          title={unpublishedWords(data.year)}
          description={
            data.editable
              ? t`国务院办公厅的通知印发后，请导入放假安排；这一年的序时进度和亮灯随之更新。`
              : t`放假安排录入后，这一年的序时进度和亮灯随之更新。`
          }
        />
      )}
      <Card
        title={t`全年 ${data.workingDays} 个工作日`}
        extra={
          <span className="legend quiet small">
            <span data-kind="holiday">{t`休`}</span>
            {t`放假`}
            <span data-kind="workday">{t`班`}</span>
            {t`调休上班`}
          </span>
        }
      >
        <YearGrid year={data.year} exceptions={data.exceptions} onChoose={data.editable ? setDay : undefined} />
        {data.editable && (
          <p className="quiet small" style={{ marginBottom: 0 }}>
            {t`点击某一天可以修改；用键盘时以方向键移动，按回车键修改。`}
          </p>
        )}
      </Card>
      <Card title={t`放假安排`} extra={data.source && <span className="quiet small">{data.source}</span>}>
        {data.exceptions.length === 0 ? (
          <Empty
            image={Empty.PRESENTED_IMAGE_SIMPLE}
            description={t`这一年还没有放假安排，按周一至周五上班计算。公布后由管理员导入。`}
          />
        ) : (
          <FestivalTable festivals={festivalsOf(data.exceptions)} />
        )}
      </Card>
      {day && <DayModal day={day} year={data} onClose={() => setDay(null)} />}
    </>
  );
}
