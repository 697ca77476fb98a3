import { client } from './generated/client.gen';
import { t } from '../language/t';

/** What the server refused, in its own words. */
export class ApiError extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
    readonly fields: { field: string; message: string; sheet?: string; row?: number }[] = [],
    /** What others did since the page was read. */
    readonly since: DeedSince[] = [],
  ) {
    super(message);
  }
}

export interface DeedSince {
  at: string;
  by: string;
  action: string;
  changes: { field: string; from: string | null; to: string | null }[];
  reason: string | null;
}

interface Problem {
  code?: string;
  detail?: string;
  errors?: ApiError['fields'];
  since?: DeedSince[];
}

/** Told to whoever shows the sign-in form when the session is over. */
export const SESSION_LOST = 'luoshi:session-lost';

/** Told to whoever says that the server cannot be reached. */
export const SERVER_AWAY = 'luoshi:server-away';

/** What a proxy answers for a server that is not there. */
const NOBODY_THERE = [0, 502, 504];

client.setConfig({ baseUrl: '', credentials: 'same-origin' });

/** The answer of a call; throws ApiError with the Chinese sentence of the server. */
export async function ask<T>(
  call: Promise<{ data?: T; error?: unknown; response?: Response }>,
): Promise<NonNullable<T>> {
  let answer: Awaited<typeof call>;
  try {
    answer = await call;
  } catch {
    window.dispatchEvent(new Event(SERVER_AWAY));
    throw new ApiError(0, 'network', t`连接不上服务器，请检查网络后重试。`);
  }
  if (answer.response?.ok) return answer.data as NonNullable<T>;
  throw refusal(answer.response?.status ?? 0, (answer.error ?? {}) as Problem);
}

export function refusal(status: number, { code = 'unknown', detail, errors, since }: Problem): ApiError {
  if (NOBODY_THERE.includes(status)) window.dispatchEvent(new Event(SERVER_AWAY));
  if (code === 'session.none') window.dispatchEvent(new Event(SESSION_LOST));
  const message =
    detail ?? (status === 0 ? t`连接不上服务器，请检查网络后重试。` : t`服务器没有完成操作，请稍后重试。`);
  return new ApiError(status, code, message, errors, since);
}
