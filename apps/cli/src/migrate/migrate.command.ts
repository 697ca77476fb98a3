import { Command } from 'commander';
import { migrate } from '#platform/database';
import { telling, withDatabase } from '../running';

export function migrateCommand(): Command {
  return new Command('migrate')
    .summary('升级数据库结构')
    .description('把数据库结构升级到当前版本。数据库由 DATABASE_URL 指定，不设时为自带的数据库。可重复运行。')
    .helpOption('-h, --help', '显示帮助')
    .action(async () => {
      process.exit(await telling(run));
    });
}

async function run(): Promise<number> {
  const running = await withDatabase('share');
  try {
    const applied = await migrate(running.settings.databaseUrl);
    process.stdout.write(
      applied.length === 0 ? '数据库结构已是最新。\n' : `${applied.map((name) => `已升级：${name}\n`).join('')}`,
    );
    return 0;
  } finally {
    await running.close();
  }
}
