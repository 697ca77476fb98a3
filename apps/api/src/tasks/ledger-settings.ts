import type { ClassConstructor } from 'class-transformer';
import { DomainError } from '#platform/domain-error';
import { checked } from '../checked';

/** The settings that travel as JSON beside an uploaded ledger. */
export function settingsBeside<T extends object>(dto: ClassConstructor<T>, fields: Record<string, string>): T {
  try {
    return checked(dto, { ...(JSON.parse(fields.settings ?? '{}') as object) });
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw new DomainError('invalid', 'input.malformed', '导入设置不是完整的 JSON，请刷新页面后重试。');
  }
}
