import type { HealthLine } from '../../api/generated';
import { t } from '../../language/t';

export const STATES: Record<HealthLine['state'], string> = { ok: t`正常`, attention: t`注意`, fault: t`故障` };

export const AREAS: Record<HealthLine['area'], string> = {
  database: t`数据库`,
  queue: t`后台任务`,
  mail: t`邮件`,
  calendar: t`工作日历`,
  machine: t`本机`,
};
