import { Button, Empty } from 'antd';
import { ask } from '../../api/client';
import { listReminders } from '../../api/generated';
import { Failure } from '../../components/Failure';
import { usePages } from '../../components/pages';
import { ReminderFilters, useReminderFilters } from './ReminderFilters';
import { ReminderList } from './ReminderList';
import { t } from '../../language/t';

const MOST_COUNTED = 10_000;

/** 提醒台账: every reminder that was intended for the units one looks after, and what became of it. */
export default function RemindersPage() {
  const { filters, setAll: setFilter, clear, filtered } = useReminderFilters();
  const list = usePages(['reminders', filters], (cursor) => ask(listReminders({ query: { ...filters, cursor } })));
  const { total, error, refetch } = list;
  if (error) return <Failure error={error} retry={() => void refetch()} />;
  const empty = filtered
    ? t`没有符合条件的提醒，可扩大日期范围或清除筛选。`
    : t`近 30 天没有提醒。任务交办后，系统按规则计划的每一条提醒都会记在这里。`;
  return (
    <div className="page reminders-page">
      <div className="page-head">
        <h1 className="grow">
          {t`提醒台账`}{' '}
          {total !== undefined && total !== null && (
            <span className="quiet small">
              {t`共`} {total >= MOST_COUNTED ? t`${MOST_COUNTED} 条以上` : t`${total} 条`}
            </span>
          )}
        </h1>
      </div>
      <p className="quiet small">
        {t`每一条计划过的提醒在这里只有一行：发没有发、何时发、邮件服务器怎样答复、为什么没有发。`}
      </p>
      <ReminderFilters filters={filters} set={setFilter} clear={filtered ? clear : undefined} />
      <ReminderList
        list={list}
        empty={<Empty description={empty}>{filtered && <Button onClick={clear}>{t`清除筛选`}</Button>}</Empty>}
      />
    </div>
  );
}
