import { Link } from 'react-router';
import type { SetUpProgress } from '../../api/generated';
import { t } from '../../language/t';

/** Whether the holidays of this and the next year are in the calendar. */
export function CalendarStep({
  progress: { year, thisYearPublished, nextYearPublished },
}: {
  progress: SetUpProgress;
}) {
  const years = [
    { of: year, published: thisYearPublished },
    { of: year + 1, published: nextYearPublished },
  ];
  return (
    <>
      <p>{t`到期前几个工作日提醒、序时进度都按法定工作日（含调休）计算。放假安排没有录入的年份，暂按周一至周五计算。`}</p>
      <ul>
        {years.map(({ of, published }) => (
          <li key={of}>
            {of} {t`年：`}
            {published ? t`放假安排已录入` : t`放假安排还没有录入`}。
            <Link to={`/calendar?year=${of}`}>{published ? t`查看` : t`查看和导入`}</Link>
          </li>
        ))}
      </ul>
      <p className="quiet">
        {t`国务院办公厅通常在每年 11 月前后公布下一年的放假安排，公布后请导入；11 月以前明年没有录入不算未完成。`}
      </p>
    </>
  );
}
