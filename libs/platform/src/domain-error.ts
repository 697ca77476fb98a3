import type { DeedSince } from './history-since';

/** One wrong field of an input, for forms and imports. `row` counts from 1 as a spreadsheet shows it. */
export interface FieldError {
  field: string;
  message: string;
  sheet?: string;
  row?: number;
}

/** How a refusal is answered over HTTP. */
export const REFUSALS = {
  invalid: 422,
  unauthenticated: 401,
  forbidden: 403,
  unknown: 404,
  conflict: 409,
  'too-large': 413,
  unsupported: 415,
  'too-many': 429,
} as const;
export type Refusal = keyof typeof REFUSALS;

/** A refusal with a stable `code` (`task.unknown`) and one Chinese sentence that says what happened and what to do. */
export class DomainError extends Error {
  constructor(
    readonly refusal: Refusal,
    readonly code: string,
    message: string,
    readonly errors: FieldError[] = [],
    /** What others did since the subject was seen. */
    readonly since: DeedSince[] = [],
  ) {
    super(message);
    this.name = 'DomainError';
  }
}

/** The row was changed by someone else since it was read; `since` says how, where it is known. */
export function changedMeanwhile(noun: string, chinese: string, since: DeedSince[] = []): DomainError {
  const who = [...new Set(since.map(({ by }) => by))].join('、') || '其他人';
  return new DomainError('conflict', `${noun}.changed`, `${chinese}刚刚被${who}修改过，请刷新后再操作。`, [], since);
}
