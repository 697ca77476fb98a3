import { Command } from 'commander';
import { withChineseUsageErrors } from './usage-errors';

/** Each command's module is loaded only when it is called: `extract` must not wait for Nest. */
const COMMANDS: Record<string, { about: string; load(): Promise<Command> }> = {
  start: {
    about: '启动落实（网页、接口和后台任务）',
    load: async () => (await import('./start/start.command.js')).startCommand(),
  },
  extract: {
    about: '从报告文件中识别下一步工作和存在的问题',
    load: async () => (await import('./extract/extract.command.js')).extractCommand(),
  },
  bench: {
    about: '测量速度和准确率',
    load: async () => (await import('./bench/bench.command.js')).benchCommand(),
  },
  import: {
    about: '把报告文件导入系统',
    load: async () => (await import('./import/import.command.js')).importCommand(),
  },
  migrate: {
    about: '升级数据库结构',
    load: async () => (await import('./migrate/migrate.command.js')).migrateCommand(),
  },
  doctor: {
    about: '检查运行环境，并给出解决办法',
    load: async () => (await import('./doctor/doctor.command.js')).doctorCommand(),
  },
  audit: {
    about: '校验操作日志有没有被改动',
    load: async () => (await import('./audit/audit.command.js')).auditCommand(),
  },
  'reset-password': {
    about: '为忘记密码的人设一个一次性密码',
    load: async () => (await import('./reset-password/reset-password.command.js')).resetPasswordCommand(),
  },
};

async function main(argv: string[]): Promise<void> {
  const program = withChineseUsageErrors(new Command('luoshi'))
    .description('落实：把工作报告中的每项承诺变成有人负责、有期限的任务')
    .usage('<命令> [选项]')
    .helpOption('-h, --help', '显示帮助')
    .helpCommand(false);
  const asked = Object.hasOwn(COMMANDS, argv[2] ?? '') ? COMMANDS[argv[2]] : undefined;
  if (asked) program.addCommand(withChineseUsageErrors(await asked.load()));
  else for (const [name, { about }] of Object.entries(COMMANDS)) program.command(name).summary(about);
  await program.parseAsync(argv);
}

void main(process.argv);
