import type { Day } from '#platform/clock';
import type { Light } from '#tasks/light';

/** What is said in a group, before it takes a platform's shape. */
export interface ChannelMessage {
  title: string;
  lines: readonly string[];
  /** The most urgent first; what does not fit is left out from the end. */
  items: readonly { text: string; url: string }[];
  more: { text: string; url: string };
}

export interface UrgentTask {
  id: string;
  title: string;
  dueOn: Day | null;
  light: Light | null;
  leadUnitName: string;
}

/** How a unit and those below it stand on a day. */
export interface Standing {
  unitId: string;
  unitName: string;
  today: Day;
  /** Red 逾期, blue 临近, yellow 未达序时进度. */
  red: number;
  blue: number;
  yellow: number;
  dueThisWeek: number;
  urgent: readonly UrgentTask[];
}

const COLOURS: Partial<Record<Light, string>> = { red: '红', blue: '蓝', yellow: '黄' };
const LONGEST_TITLE = 60;

const dayWords = (day: Day) => `${Number(day.slice(5, 7))}月${Number(day.slice(8))}日`;
const shortened = (text: string) => {
  const signs = [...text];
  return signs.length > LONGEST_TITLE ? `${signs.slice(0, LONGEST_TITLE - 1).join('')}…` : text;
};

/** The daily message; null when there is nothing to tell. */
export function standingMessage(standing: Standing, baseUrl: string): ChannelMessage | null {
  const { unitId, unitName, today, red, blue, yellow, dueThisWeek, urgent } = standing;
  if (red + blue + yellow + dueThisWeek === 0) return null;
  return {
    title: `【落实】${unitName}任务情况（${dayWords(today)}）`,
    lines: [`红灯 逾期 ${red} 项；蓝灯 临近 ${blue} 项；黄灯 未达序时进度 ${yellow} 项`, `本周到期 ${dueThisWeek} 项`],
    items: urgent.map(({ id, title, dueOn, light, leadUnitName }) => ({
      text: `〔${light ? (COLOURS[light] ?? '') : ''}〕${shortened(title)}（${leadUnitName}${dueOn ? `，${dayWords(dueOn)}到期` : ''}）`,
      url: `${baseUrl}/tasks/${id}`,
    })),
    more: { text: '打开落实查看全部', url: `${baseUrl}/tasks?unitId=${unitId}` },
  };
}

/** To see whether a robot works. */
export const testMessage = (unitName: string, by: string, baseUrl: string): ChannelMessage => ({
  title: '【落实】测试消息',
  lines: [`${by}为“${unitName}”设置了群机器人。看到这条消息，说明设置正确。`, '每个工作日上午 9 点发送任务情况。'],
  items: [],
  more: { text: '打开落实', url: baseUrl },
});
