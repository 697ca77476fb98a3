import { IsDay } from '#platform/is-day';
import { ListTasks } from '../task-filter.dto';

/** The filters of the list, for a stretch of days; `limit` is the number of tasks that each day shows. */
export class AskTaskCalendar extends ListTasks {
  @IsDay('起始日期')
  from: string;

  @IsDay('截止日期')
  to: string;
}

/** The filters of the list, for what is under way in a stretch of days. */
export class AskTaskTimeline extends ListTasks {
  @IsDay('起始日期')
  from: string;

  @IsDay('截止日期')
  to: string;
}
