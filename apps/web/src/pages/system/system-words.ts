import type { HealthLine } from '../../api/generated';

export const STATES: Record<HealthLine['state'], string> = { ok: '正常', attention: '注意', fault: '故障' };

export const AREAS: Record<HealthLine['area'], string> = {
  database: '数据库',
  queue: '后台任务',
  mail: '邮件',
  calendar: '工作日历',
  machine: '本机',
};
