import { ValidationPipe } from '@nestjs/common';
import type { ValidationError } from 'class-validator';
import { DomainError, type FieldError } from '#platform/domain-error';

function fieldErrors(errors: ValidationError[], path = ''): FieldError[] {
  return errors.flatMap((error) => {
    const field = path ? `${path}.${error.property}` : error.property;
    const own = Object.values(error.constraints ?? {}).map((message) => ({ field, message }));
    return [...own, ...fieldErrors(error.children ?? [], field)];
  });
}

/** The refusal that names every wrong field. */
export function refusedInput(errors: ValidationError[]): DomainError {
  const fields = fieldErrors(errors);
  const words = fields.map(({ field, message }) =>
    /\p{Script=Han}/u.test(message) ? message : `${field}：${message}`,
  );
  return new DomainError('invalid', 'input.invalid', `提交的内容有误：${words.join('；')}。`, fields);
}

/** Checks every body and query against its DTO; unknown fields are refused by name. */
export function validation(): ValidationPipe {
  return new ValidationPipe({
    whitelist: true,
    forbidNonWhitelisted: true,
    transform: true,
    exceptionFactory: refusedInput,
  });
}
