import { Logger } from '@nestjs/common';
import { Client } from 'pg';

/** Milliseconds between tries to connect again: the first, and the longest. */
const FIRST_PAUSE = 500;
const LONGEST_PAUSE = 30_000;
/** How often the connection is asked whether it still lives; a line that was cut says nothing by itself. */
const PROBE = 30_000;

interface Heard {
  /** Something was said on the channel. */
  notified: (payload: string) => void;
  /** From now on everything is heard; what was said before may have been missed. */
  connected: () => void;
}

/** Hears what any process says on one channel of PostgreSQL (LISTEN), over one connection that is renewed when it is lost. */
export class PostgresListener {
  private readonly logger: Logger;
  private client: Client | undefined;
  private timer: NodeJS.Timeout | undefined;
  private pause = FIRST_PAUSE;
  private stopped = false;

  constructor(
    private readonly url: string,
    private readonly channel: string,
    private readonly heard: Heard,
  ) {
    this.logger = new Logger(`listen ${channel}`);
  }

  start(): void {
    void this.connect();
  }

  async stop(): Promise<void> {
    this.stopped = true;
    clearTimeout(this.timer);
    await this.client?.end();
  }

  private async connect(): Promise<void> {
    const client = new Client({
      connectionString: this.url,
      application_name: `luoshi listen ${this.channel}`,
      connectionTimeoutMillis: 10_000,
      query_timeout: 10_000,
      keepAlive: true,
    });
    this.client = client;
    client.on('error', (error) => this.lost(client, error));
    client.on('notification', ({ payload }) => this.heard.notified(payload ?? ''));
    try {
      await client.connect();
      await client.query(`LISTEN "${this.channel}"`);
      this.pause = FIRST_PAUSE;
      this.heard.connected();
      this.probe(client);
    } catch (error) {
      this.lost(client, error as Error);
    }
  }

  private probe(client: Client): void {
    if (client !== this.client || this.stopped) return;
    this.timer = setTimeout(() => {
      client.query('SELECT 1').then(
        () => this.probe(client),
        (error: Error) => this.lost(client, error),
      );
    }, PROBE);
    this.timer.unref();
  }

  /** A connection may report its end in several ways; the first one counts. */
  private lost(client: Client, error: Error): void {
    if (client !== this.client || this.stopped) return;
    this.logger.warn(`connection lost, trying again: ${error.message}`);
    this.client = undefined;
    client.end().catch((late: Error) => this.logger.debug(`closing the lost connection: ${late.message}`));
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.connect(), this.pause);
    this.pause = Math.min(this.pause * 2, LONGEST_PAUSE);
  }
}
