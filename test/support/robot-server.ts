import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A message that a robot got. */
export interface RobotMessage {
  url: URL;
  body: Record<string, unknown>;
}

export type RobotAnswer = (request: IncomingMessage, reply: ServerResponse) => void;

export const json =
  (answer: object, status = 200): RobotAnswer =>
  (_request, reply) => {
    reply.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(answer));
  };

/** A real HTTP server on loopback that answers as the robots of all three platforms do, until it is told otherwise. */
export class RobotServer {
  readonly messages: RobotMessage[] = [];
  answer: RobotAnswer = json({ errcode: 0, errmsg: 'ok', code: 0, msg: 'success' });
  connections = 0;
  private readonly server = createServer((request, reply) => {
    const pieces: Buffer[] = [];
    request.on('data', (piece: Buffer) => pieces.push(piece));
    request.on('end', () => {
      const body = JSON.parse(Buffer.concat(pieces).toString('utf8')) as RobotMessage['body'];
      this.messages.push({ url: new URL(request.url ?? '', this.url), body });
      this.answer(request, reply);
    });
  }).on('connection', () => this.connections++);

  async start(): Promise<this> {
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve));
    return this;
  }

  get port(): number {
    return (this.server.address() as AddressInfo).port;
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  stop(): Promise<void> {
    this.server.closeAllConnections();
    return new Promise((resolve) => this.server.close(() => resolve()));
  }
}
