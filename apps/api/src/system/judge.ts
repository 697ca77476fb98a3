import type { Area, HealthLine, State } from './system.view';

type Judged = Omit<HealthLine, 'area' | 'name'>;
const judged = (state: State, found: string, advice: string | null = null): Judged => ({ state, found, advice });
export const line = (area: Area, name: string, one: Judged): HealthLine => ({ area, name, ...one });

const MB = 1024 ** 2;
const GB = 1024 ** 3;
export const bytes = (count: number): string =>
  count >= GB ? `${(count / GB).toFixed(1)} GB` : `${Math.max(1, Math.round(count / MB))} MB`;

const minutesBetween = (from: Date, to: Date) => Math.floor((to.getTime() - from.getTime()) / 60_000);
/** 3 分钟前、2 小时前、5 天前 */
export function ago(from: Date, now: Date): string {
  const minutes = minutesBetween(from, now);
  if (minutes < 1) return '刚刚';
  if (minutes < 60) return `${minutes} 分钟前`;
  return minutes < 48 * 60 ? `${Math.floor(minutes / 60)} 小时前` : `${Math.floor(minutes / 1440)} 天前`;
}

const WORKER = '请确认后台任务进程在运行（luoshi start，分开部署时为 --role worker），并查看其日志。';

/** Migrations that are in the program but not in the database. */
export function judgeMigrations(last: string | null, missing: number): Judged {
  const found = last ?? '没有记录';
  if (missing === 0) return judged('ok', `已是最新（${found}）`);
  return judged('fault', `有 ${missing} 项升级没有执行，最近一项是 ${found}`, '请运行 luoshi migrate，再重新启动。');
}

export interface QueueCounts {
  waiting: number;
  active: number;
  failed: number;
  /** When the job that waits longest was put in. */
  oldest: Date | null;
}

export function judgeQueue({ waiting, active, failed, oldest }: QueueCounts, now: Date): Judged {
  const lag = oldest ? minutesBetween(oldest, now) : 0;
  const found = `等待 ${waiting} 个，执行中 ${active} 个，失败 ${failed} 个${lag > 0 ? `；最早的已等 ${lag} 分钟` : ''}`;
  if (lag >= 60) return judged('fault', found, `任务积压超过一小时。${WORKER}`);
  if (lag >= 10) return judged('attention', found, `任务有积压。${WORKER}`);
  if (failed > 0) return judged('attention', found, '失败的任务会按间隔重试；原因见菜单中的“任务队列”。');
  return judged('ok', found);
}

/** Planning comes every ten minutes. */
export function judgePlanning(finished: Date | null, now: Date, started: Date): Judged {
  const since = minutesBetween(finished ?? started, now);
  const found = finished ? `最近一次在${ago(finished, now)}完成` : '还没有运行过';
  if (since < 30) return judged('ok', finished ? found : `${found}，启动后十分钟内开始`);
  return since < 120 ? judged('attention', found, `应每十分钟一次。${WORKER}`) : judged('fault', found, WORKER);
}

export interface MailCounts {
  waiting: number;
  failed: number;
  uncertain: number;
  postponed: number;
}

/** Of the last seven days. */
export function judgeMails({ waiting, failed, uncertain, postponed }: MailCounts): Judged {
  const found = `待发提醒 ${waiting} 条；近 7 天失败 ${failed} 封、不确定 ${uncertain} 封、推迟 ${postponed} 封`;
  if (failed + uncertain > 0) return judged('attention', found, '请在“提醒台账”按状态查看原因，确认后重新发送。');
  if (postponed > 0) return judged('attention', found, '发信服务器暂时不收，系统会再发；持续出现时请检查发信服务器。');
  return judged('ok', found);
}

export function judgeUndeliverable(count: number): Judged {
  if (count === 0) return judged('ok', '没有');
  return judged('attention', `${count} 个`, '请在“单位与人员”的“退信地址”中更正后重新启用。');
}

export function judgeCalendar(year: number, published: boolean, today: string): Judged {
  if (published) return judged('ok', `${year} 年已公布并录入`);
  // 国务院办公厅 announces the next year's holidays in October or November.
  const early = today < `${year - 1}-11-01`;
  if (early) return judged('ok', `${year} 年尚未公布，通常在上年 11 月前后公布`);
  return judged(
    'attention',
    `${year} 年尚未录入，暂按周一至周五计算工作日`,
    '放假安排公布后，请在“工作日历”导入该年的安排。',
  );
}

export function judgeDisk(free: number, size: number): Judged {
  const found = `可用 ${bytes(free)}，共 ${bytes(size)}`;
  if (free < 256 * MB)
    return judged('fault', found, '磁盘即将写满，内容可能保存不了。请立即清理，或把 DATA_DIR 移到更大的磁盘。');
  if (free < GB || free < size / 20) return judged('attention', found, '请清理磁盘，或把 DATA_DIR 移到更大的磁盘。');
  return judged('ok', found);
}

export function judgeMemory(used: number, available: number): Judged {
  const found = `本进程使用 ${bytes(used)}，系统可用 ${bytes(available)}`;
  if (available < 64 * MB) return judged('fault', found, '内存即将用尽。请停止其他程序或增加内存。');
  if (available < 256 * MB) return judged('attention', found, '可用内存较少。请停止其他程序或增加内存。');
  return judged('ok', found);
}

/** What could not be looked at. */
export const unanswered = (why: string): Judged =>
  judged('fault', `没有答复（${why}）`, '请检查相应的服务是否在运行、网络是否通畅，并查看日志。');
