import { createPostgresBackend, setDefaultBackendFactory, type ConnectionOptions, type JobsOptions } from 'bullmq';

/** A job as it is declared once: where it runs, what it carries (ids only) and how often it is tried. */
export interface JobType<Data> {
  queue: string;
  name: string;
  options: JobsOptions;
  /** Present for the type only. */
  readonly data?: Data;
}

/** Declares a job. `attempts` counts the first try; retries wait 30 s, 60 s, 120 s … */
export function job<Data>(declared: { queue: string; name: string; attempts: number }): JobType<Data> {
  const { queue, name, attempts } = declared;
  const options = {
    attempts,
    backoff: { type: 'exponential', delay: 30_000 },
    removeOnComplete: 1000,
    removeOnFail: 5000,
  };
  return { queue, name, options };
}

/** Chooses where jobs are kept: Redis when there is one, else PostgreSQL (schema `bullmq`). Call it before any queue exists. */
export function queueConnection(databaseUrl: string, redisUrl: string | undefined): ConnectionOptions {
  if (redisUrl) {
    setDefaultBackendFactory();
    return { url: redisUrl, maxRetriesPerRequest: null };
  }
  setDefaultBackendFactory(createPostgresBackend);
  // The PostgreSQL backend reads its own options, which BullMQ's connection type does not name.
  return { connectionString: databaseUrl, schema: 'bullmq', migrate: true, max: 4 } as unknown as ConnectionOptions;
}
