import { Command, Option } from 'commander';
import { start, type ProcessRole } from './start';

export function startCommand(): Command {
  return new Command('start')
    .summary('启动落实（网页、接口和后台任务）')
    .description('启动落实。不设 DATABASE_URL 时使用自带的 PostgreSQL，数据保存在 .data 目录。按 Ctrl-C 停止。')
    .addOption(
      new Option('--role <进程>', 'all 在一个进程中运行全部；api 只运行网页与接口；worker 只运行后台任务')
        .choices(['all', 'api', 'worker'])
        .default('all'),
    )
    .helpOption('-h, --help', '显示帮助')
    .addHelpText(
      'after',
      '\napi 与 worker 分开运行时须设 DATABASE_URL，二者指向同一个数据库。\n退出码：0 正常停止，1 未能启动，2 参数有误',
    )
    .action(async ({ role }: { role: ProcessRole }) => {
      process.exit(await start(role));
    });
}
