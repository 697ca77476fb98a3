import { plainToInstance, type ClassConstructor } from 'class-transformer';
import { validateSync } from 'class-validator';
import { refusedInput } from './validation';

/** Form fields checked against their DTO, as a JSON body is; empty fields count as left out. */
export function checked<T extends object>(dto: ClassConstructor<T>, fields: Record<string, unknown>): T {
  const given = Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== ''));
  const value = plainToInstance(dto, given);
  const errors = validateSync(value, { whitelist: true, forbidNonWhitelisted: true });
  if (errors.length > 0) throw refusedInput(errors);
  return value;
}
