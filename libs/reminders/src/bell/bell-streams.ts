import { Injectable, Logger, type MessageEvent, type OnModuleDestroy } from '@nestjs/common';
import { Observable, type Subscriber } from 'rxjs';
import { SessionsService } from '#organisation/sessions.service';
import { PostgresListener } from '#platform/postgres-listener';
import { Settings } from '#platform/settings';

/** On which the database says whose bell rings: the trigger `reminder_rings`, and whoever marks reminders as seen. */
export const BELL_CHANNEL = 'reminder';

/** Milliseconds between signs of life, so that no proxy takes a quiet stream for a dead one. */
export const HEARTBEAT = 25_000;
/** After which a browser that lost the stream tries again. */
const RETRY = 5000;

/** Says nothing but that there is something to read; reading asks for the rights. */
const RING: MessageEvent = { data: 'changed', retry: RETRY };
const ALIVE: MessageEvent = { comment: 'alive' };

interface Stream {
  token: string;
  to: Subscriber<MessageEvent>;
}

/** The open streams of this process; one connection to the database serves them all, as long as there was one. */
@Injectable()
export class BellStreams implements OnModuleDestroy {
  private readonly logger = new Logger(BellStreams.name);
  private readonly streams = new Map<string, Set<Stream>>();
  private listener: PostgresListener | undefined;
  private heartbeat: NodeJS.Timeout | undefined;

  constructor(
    private readonly settings: Settings,
    private readonly sessions: SessionsService,
  ) {}

  /** Rings when something about the person's reminders has changed, until the browser leaves or the session ends. */
  open(personId: string, token: string): Observable<MessageEvent> {
    return new Observable((to) => {
      const stream = { token, to };
      const own = this.streams.get(personId) ?? new Set();
      this.streams.set(personId, own.add(stream));
      this.begin();
      to.next(RING);
      return () => {
        own.delete(stream);
        if (own.size === 0 && this.streams.get(personId) === own) this.streams.delete(personId);
      };
    });
  }

  /** How many streams are open. */
  get size(): number {
    return this.all().length;
  }

  /** Gives signs of life, and ends the streams of sessions that are over: one question for all of them. */
  async beat(): Promise<void> {
    const streams = this.all();
    if (streams.length === 0) return;
    const living = await this.sessions.living(streams.map(({ token }) => token));
    for (const { token, to } of streams) {
      if (living.has(token)) to.next(ALIVE);
      else to.complete();
    }
  }

  async onModuleDestroy(): Promise<void> {
    clearInterval(this.heartbeat);
    for (const { to } of this.all()) to.complete();
    await this.listener?.stop();
  }

  private begin(): void {
    if (this.listener) return;
    // A process that shows nobody a bell, such as the worker, needs no connection for it.
    this.listener = new PostgresListener(this.settings.databaseUrl as string, BELL_CHANNEL, {
      notified: (personId) => ring(this.streams.get(personId) ?? []),
      connected: () => ring(this.all()),
    });
    this.listener.start();
    this.heartbeat = setInterval(() => {
      this.beat().catch((error: Error) => this.logger.warn(`sessions could not be checked: ${error.message}`));
    }, HEARTBEAT);
    this.heartbeat.unref();
  }

  private all(): Stream[] {
    return [...this.streams.values()].flatMap((own) => [...own]);
  }
}

function ring(streams: Iterable<Stream>): void {
  for (const { to } of streams) to.next(RING);
}
