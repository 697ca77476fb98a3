import { refusal } from './client';

/** Fetches a file that the server makes and keeps it under the name that the server gives it. Throws ApiError. */
export async function download(path: string): Promise<void> {
  const answer = await fetch(`/api/v1${path}`).catch(() => undefined);
  if (!answer?.ok) throw refusal(answer?.status ?? 0, ((await answer?.json().catch(() => undefined)) ?? {}) as object);
  const name = /filename\*=UTF-8''(\S+)/.exec(answer.headers.get('content-disposition') ?? '')?.[1];
  const content = await answer.blob().catch(() => {
    throw refusal(0, { detail: '文件没有下载完整，请重试。' });
  });
  const link = document.createElement('a');
  link.href = URL.createObjectURL(content);
  link.download = decodeURIComponent(name ?? '');
  link.click();
  URL.revokeObjectURL(link.href);
}
