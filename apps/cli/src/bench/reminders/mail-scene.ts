import { spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Client } from 'pg';
import { Queue } from 'bullmq';
import { migrate } from '#platform/database';
import { Cluster } from '#platform/embedded-postgres/cluster';
import { freePort } from '#platform/free-port';
import { queueConnection } from '#platform/queues';
import { deliverReminders } from '#reminders/reminder-jobs';
import type { Figure } from '../bench';
import { startProgram } from '../tasks/our-server';
import { sampleMail } from './sample-mail';
import { PEOPLE, seedMails } from './seed-mails';

type Say = (line: string) => void;

/** Mails per second from the job to the sink and back into the ledger, on both queues, against nodemailer alone. */
export async function mailScene(say: Say): Promise<Record<string, Figure>> {
  const folder = mkdtempSync(join(tmpdir(), 'luoshi-bench-mails-'));
  chmodSync(folder, 0o755);
  const cluster = new Cluster(folder, ['shared_buffers=512MB', 'max_wal_size=4GB']);
  const port = await cluster.start();
  const sink = await startProgram(join(__dirname, 'smtp-sink.js'), [], {}, /ready/);
  const smtpUrl = /ready (\S+)/.exec(sink.said)?.[1] ?? '';
  try {
    const figures: Record<string, Figure> = {};
    for (const backend of ['postgres', 'redis'] as const) {
      const databaseUrl = await seeded(cluster, port, `mails_${backend}`);
      const redis = backend === 'redis' ? await startRedis(folder) : undefined;
      const raws = [await rawRate(smtpUrl)];
      const { rate, early, peak } = await ourRate({ databaseUrl, redisUrl: redis?.url, smtpUrl });
      await redis?.stop();
      raws.push(await rawRate(smtpUrl));
      const raw = Math.max(...raws);
      figures[`mails_vs_raw_${backend}`] = { ours: rate, yardstick: raw, unit: 'mails/s', ratio: rate / raw };
      figures[`mails_memory_${backend}`] = { ours: peak, yardstick: early, unit: 'MB', ratio: peak / early };
      say(
        `${backend}：每秒 ${rate.toFixed(0)} 封，只用 nodemailer ${raws.map((one) => one.toFixed(0)).join('、')} 封；内存峰值 ${peak.toFixed(0)} MB（发出五分之一时 ${early.toFixed(0)} MB）`,
      );
    }
    return figures;
  } finally {
    await sink.stop();
    await cluster.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function seeded(cluster: Cluster, port: number, name: string): Promise<string> {
  const server = new Client(cluster.url(port, 'postgres'));
  await server.connect();
  await server.query(`CREATE DATABASE ${name}`);
  await server.end();
  const url = cluster.url(port, name);
  await migrate(url);
  const db = new Client(url);
  await db.connect();
  await seedMails(db);
  await db.end();
  return url;
}

async function rawRate(smtpUrl: string): Promise<number> {
  const args = [smtpUrl, String(PEOPLE), JSON.stringify(await sampleMail())];
  const raw = await startProgram(join(__dirname, 'raw-mails.js'), args, {}, /rate/);
  await raw.stop();
  return Number(/rate (\S+)/.exec(raw.said)?.[1]);
}

interface Addresses {
  databaseUrl: string;
  redisUrl: string | undefined;
  smtpUrl: string;
}

interface OurRate {
  /** Mails per second. */
  rate: number;
  /** The most memory in MB when a fifth was sent, and at the end: flat when they are alike. */
  early: number;
  peak: number;
}

/** The worker as it runs for users; the time is taken from the job to the last answer in the ledger. */
async function ourRate({ databaseUrl, redisUrl, smtpUrl }: Addresses): Promise<OurRate> {
  await afterTheTick();
  const env = {
    DATABASE_URL: databaseUrl,
    SMTP_URL: smtpUrl,
    LOG_LEVEL: 'error',
    ...(redisUrl ? { REDIS_URL: redisUrl } : {}),
  };
  const script = join(__dirname, '..', '..', 'main.js');
  const worker = await startProgram(script, ['start', '--role', 'worker'], env, /Ctrl-C/);
  const queue = new Queue(deliverReminders.queue, { connection: queueConnection(databaseUrl, redisUrl) });
  const db = new Client(databaseUrl);
  await db.connect();
  try {
    const begun = performance.now();
    await queue.add(deliverReminders.name, {}, deliverReminders.options);
    while ((await sentMails(db)) < PEOPLE / 5) await pause(50);
    const early = peakOf(worker.pid);
    while ((await sentMails(db)) < PEOPLE) await pause(50);
    const rate = (PEOPLE * 1000) / (performance.now() - begun);
    return { rate, early, peak: peakOf(worker.pid) };
  } finally {
    await queue.close();
    await db.end();
    await worker.stop();
  }
}

async function sentMails(db: Client): Promise<number> {
  const { rows } = await db.query<{ n: number }>(`SELECT count(*)::int AS n FROM mail WHERE status = 'sent'`);
  return rows[0].n;
}

/** The scheduler plans every ten minutes, which would be measured along with the mails. */
async function afterTheTick(): Promise<void> {
  while (600 - ((Date.now() / 1000) % 600) < 90) await pause(1000);
}

/** The most memory the process ever held, in MB. */
function peakOf(pid: number): number {
  return Number(/VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1024;
}

async function startRedis(folder: string): Promise<{ url: string; stop(): Promise<void> }> {
  const port = await freePort();
  const args = ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no', '--dir', folder];
  const child = spawn('redis-server', args, { stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
  await new Promise<void>((resolve, reject) => {
    child.once('error', reject);
    child.stdout.on('data', (chunk: Buffer) => {
      if (chunk.toString().includes('Ready to accept connections')) resolve();
    });
  });
  return {
    url: `redis://127.0.0.1:${port}`,
    stop: async () => {
      child.kill();
      await ended;
    },
  };
}
