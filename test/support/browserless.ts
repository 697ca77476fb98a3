import type { NestFastifyApplication } from '@nestjs/platform-fastify';

export interface Answer {
  statusCode: number;
  headers: Record<string, string | string[] | number | undefined>;
  body: string;
  rawPayload: Buffer;
}

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** A person's requests, with the cookie that a browser would keep. */
export class Browserless {
  private cookie: string | undefined;

  constructor(private readonly app: NestFastifyApplication) {}

  async send(method: Method, path: string, payload?: unknown, headers: Record<string, string> = {}): Promise<Answer> {
    const answer = await this.app.inject({
      method,
      url: `/api/v1${path}`,
      headers: { host: 'localhost', ...(this.cookie ? { cookie: this.cookie } : {}), ...headers },
      ...(payload === undefined ? {} : { payload: payload as object }),
    });
    const set = answer.headers['set-cookie'];
    const first = Array.isArray(set) ? set[0] : set;
    if (first) this.cookie = first.split(';')[0];
    return answer as unknown as Answer;
  }

  /** The JSON of an answer that must have this status. */
  private async json<T>(method: Method, path: string, payload: unknown, expected: number): Promise<T> {
    const answer = await this.send(method, path, payload);
    if (answer.statusCode !== expected) {
      throw new Error(`${method} ${path}: ${answer.statusCode} instead of ${expected}: ${answer.body}`);
    }
    return (answer.body === '' ? undefined : JSON.parse(answer.body)) as T;
  }

  get<T>(path: string, expected = 200): Promise<T> {
    return this.json('GET', path, undefined, expected);
  }

  post<T>(path: string, payload: unknown = {}, expected = 200): Promise<T> {
    return this.json('POST', path, payload, expected);
  }

  patch<T>(path: string, payload: unknown, expected = 200): Promise<T> {
    return this.json('PATCH', path, payload, expected);
  }

  delete<T>(path: string, expected = 204): Promise<T> {
    return this.json('DELETE', path, undefined, expected);
  }

  /** Uploads one file as a form. */
  upload(path: string, fileName: string, bytes: Uint8Array, fields: Record<string, string> = {}): Promise<Answer> {
    const edge = 'luoshi-test-form-edge';
    const parts = Object.entries(fields).map(
      ([name, value]) => `--${edge}\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
    );
    const head = `--${edge}\r\ncontent-disposition: form-data; name="file"; filename="${fileName}"\r\ncontent-type: application/octet-stream\r\n\r\n`;
    const payload = Buffer.concat([Buffer.from(parts.join('') + head), bytes, Buffer.from(`\r\n--${edge}--\r\n`)]);
    return this.send('POST', path, payload, { 'content-type': `multipart/form-data; boundary=${edge}` });
  }
}
