import { refusal } from './client';
import { t } from '../language/t';

interface Asked {
  /** Sent as JSON by POST; left out: the file is asked for by its address. */
  body?: unknown;
  signal?: AbortSignal;
  /** Told again and again how many bytes have come. */
  tell?: (bytes: number, headers: Headers) => void;
}

/** Fetches a file that the server makes and keeps it under the name that the server gives it. Throws ApiError. */
export async function download(path: string, { body, signal, tell }: Asked = {}): Promise<void> {
  const sent =
    body === undefined
      ? {}
      : { method: 'POST', body: JSON.stringify(body), headers: { 'content-type': 'application/json' } };
  const answer = await fetch(`/api/v1${path}`, { ...sent, signal }).catch(() => undefined);
  if (!answer?.ok) throw refusal(answer?.status ?? 0, ((await answer?.json().catch(() => undefined)) ?? {}) as object);
  const name = /filename\*=UTF-8''(\S+)/.exec(answer.headers.get('content-disposition') ?? '')?.[1];
  const content = await (tell ? watched(answer, tell) : answer).blob().catch(() => {
    throw refusal(0, { detail: t`文件没有下载完整，请重试。` });
  });
  const link = document.createElement('a');
  link.href = URL.createObjectURL(content);
  link.download = decodeURIComponent(name ?? '');
  link.click();
  URL.revokeObjectURL(link.href);
}

function watched({ body, headers }: Response, tell: NonNullable<Asked['tell']>): Response {
  let bytes = 0;
  tell(0, headers);
  const watch = new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>({
    transform(piece, out) {
      tell((bytes += piece.byteLength), headers);
      out.enqueue(piece);
    },
  });
  return new Response(body?.pipeThrough(watch));
}
