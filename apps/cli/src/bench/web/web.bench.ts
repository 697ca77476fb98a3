import { Client } from 'pg';
import type { UnitView } from '#organisation/unit.view';
import { freePort } from '#platform/free-port';
import type { TaskPage } from '#tasks/task.view';
import type { Bench, BenchResult, Figure } from '../bench';
import { scratchDatabase } from '../scratch-database';
import { seedOrganisation, taskWords } from '../seeding';
import { startOurs } from '../tasks/our-server';
import { gzippedKilobytes } from './gzipped';
import { measure, type Measured } from './lighthouse';

const say = (line: string): void => void process.stderr.write(`${line}\n`);
const TASKS = 2000;
const PEOPLE = 200;
const LARGEST_FIRST_LOAD = 400;
const AIMS = { performance: 90, accessibility: 100, bestPractices: 95 } as const;
const WORDS = { performance: 'performance', accessibility: 'accessibility', bestPractices: 'best_practices' } as const;
/** Each page is measured so often, and the middle one counts: a busy machine disturbs single runs. */
const ROUNDS = 3;

/** How quickly the pages come up and how usable they are, by Lighthouse's desktop settings, in a real Chromium. */
export const webBench: Bench = {
  name: 'web',
  summary: '网页首次载入的大小，首页、任务列表、任务、审核台的 Lighthouse 评分（桌面设置）',
  run: async () => {
    const closing: (() => Promise<void>)[] = [];
    try {
      const { url, stop: stopDatabase } = await scratchDatabase('web');
      closing.push(stopDatabase);
      const port = await freePort();
      const { password = '', client: admin, stop } = await startOurs(url, port);
      closing.push(stop);
      await admin.signIn('admin', password);
      await admin.post('/set-up/examples', {});
      await seedTasks(url, (await admin.get<UnitView[]>('/units'))[0].id);
      const { rows: reports } = await admin.get<{ rows: { id: string }[] }>('/reports');
      const { rows: tasks } = await admin.get<TaskPage>('/tasks?limit=1');
      const pages = {
        home: '/',
        list: '/tasks',
        task: `/tasks/${tasks[0].id}`,
        desk: `/reports/${reports[0].id}`,
      };
      const figures: Record<string, Figure> = {};
      for (const [name, path] of Object.entries(pages)) {
        const seen = await middle(`http://localhost:${port}${path}`, admin.cookie);
        if (name === 'home') {
          figures.first_load_kb = {
            ...{ ours: await gzippedKilobytes(seen.scripts), yardstick: LARGEST_FIRST_LOAD, unit: 'kB gzip' },
          };
        }
        for (const [aim, yardstick] of Object.entries(AIMS) as [keyof typeof AIMS, number][])
          figures[`lighthouse_${WORDS[aim]}_${name}`] = { ours: seen[aim], yardstick, unit: 'of 100' };
        say(`${path}: ${seen.faults.join('；') || '没有扣分项'}`);
      }
      const result: BenchResult = { bench: 'web', figures };
      return result;
    } finally {
      for (const close of closing.reverse()) await close();
    }
  },
};

/** The run with the middle performance of several. */
async function middle(url: string, cookie: string): Promise<Measured> {
  const runs: Measured[] = [];
  for (let round = 0; round < ROUNDS; round++) runs.push(await measure(url, cookie));
  return runs.sort((a, b) => a.performance - b.performance)[Math.floor(ROUNDS / 2)];
}

/** Some thousand tasks of all units in work, so that the pages have something to show. */
async function seedTasks(databaseUrl: string, rootId: string): Promise<void> {
  const database = new Client(databaseUrl);
  await database.connect();
  try {
    await seedOrganisation(database, rootId, PEOPLE);
    await database.query(`
      INSERT INTO task (code, title, text, status, due_on, original_due_on, due_basis, lead_unit_id, assignee_id, progress,
        assigned_on, created_by_id)
      SELECT ${taskWords('n')}, 'in-progress', d.due, d.due, 'explicit', p.unit_id, p.person_id, n * 7 % 100,
        d.due - 120, (SELECT id FROM person WHERE login = 'admin')
      FROM generate_series(0, ${TASKS - 1}) n
      JOIN place p ON p.number = n % ${PEOPLE}
      CROSS JOIN LATERAL (SELECT current_date - 40 + n % 120 AS due) d`);
  } finally {
    await database.end();
  }
}
