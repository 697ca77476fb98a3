import { refusal } from './client';

/** Sends one file as a form, with its progress in percent; fetch cannot tell how much of a body has gone out. */
export function upload<T>(
  path: string,
  file: File,
  fields: Record<string, string | undefined>,
  onProgress: (percent: number) => void = () => undefined,
): Promise<T> {
  return new Promise((resolve, reject) => {
    const form = new FormData();
    for (const [name, value] of Object.entries(fields)) if (value) form.append(name, value);
    form.append('file', file);
    const request = new XMLHttpRequest();
    request.open('POST', `/api/v1${path}`);
    request.responseType = 'json';
    request.upload.onprogress = ({ loaded, total }) => onProgress(Math.round((100 * loaded) / Math.max(total, 1)));
    request.onload = () => {
      if (request.status >= 200 && request.status < 300) resolve(request.response as T);
      else reject(refusal(request.status, (request.response ?? {}) as object));
    };
    request.onerror = () => reject(refusal(0, {}));
    request.send(form);
  });
}
