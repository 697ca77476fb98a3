import { Empty } from 'antd';
import { ask } from '../../api/client';
import { listOwnReminders } from '../../api/generated';
import { Failure } from '../../components/Failure';
import { usePages } from '../../components/pages';
import { ReminderList } from './ReminderList';
import { t } from '../../language/t';

/** 我收到的提醒: everything that was meant for oneself, sent or not. */
export default function MyRemindersPage() {
  const list = usePages(['own-reminders'], (cursor) => ask(listOwnReminders({ query: { cursor } })));
  const { error, refetch } = list;
  if (error) return <Failure error={error} retry={() => void refetch()} />;
  return (
    <div className="page reminders-page">
      <div className="page-head">
        <h1 className="grow">{t`我收到的提醒`}</h1>
      </div>
      <p className="quiet small">{t`系统为您计划过的每一条提醒，包括没有发出的。打开详情可以看到在哪封邮件中、为什么。`}</p>
      <ReminderList
        own
        list={list}
        empty={<Empty description={t`还没有给您的提醒。您负责的任务临近时限时，提醒会出现在这里和右上角的铃铛中。`} />}
      />
    </div>
  );
}
