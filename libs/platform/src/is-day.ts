import { applyDecorators } from '@nestjs/common';
import { IsISO8601, Length } from 'class-validator';

/** A calendar day that exists, `YYYY-MM-DD`; `name` is what the form calls it. */
export const IsDay = (name: string) => {
  const message = `${name}须为有效日期，形如 2026-06-30`;
  return applyDecorators(IsISO8601({ strict: true }, { message }), Length(10, 10, { message }));
};
