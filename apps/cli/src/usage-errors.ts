import type { Command, CommanderError } from 'commander';

const SAID: Readonly<Record<string, string>> = {
  'commander.missingArgument': '缺少参数',
  'commander.optionMissingArgument': '选项缺少取值',
  'commander.missingMandatoryOptionValue': '缺少必需的选项',
  'commander.unknownOption': '没有这个选项',
  'commander.excessArguments': '参数过多',
  'commander.invalidArgument': '取值有误',
  'commander.unknownCommand': '没有这个命令',
};

/** Wrong usage is told in Chinese and ends with exit code 2. */
export function withChineseUsageErrors(command: Command): Command {
  return command.configureOutput({ outputError: () => undefined }).exitOverride((error: CommanderError) => {
    if (error.exitCode === 0) process.exit(0);
    const named = /'([^']+)'/.exec(error.message)?.[1];
    const detail = /is invalid\. (.+)$/s.exec(error.message)?.[1];
    const said = `${SAID[error.code] ?? '用法有误'}${named === undefined ? '' : `：${named}`}${detail === undefined ? '' : `。${chosen(detail)}`}`;
    process.stderr.write(
      `${said}\n用 ${[command.parent?.name(), command.name()].filter(Boolean).join(' ')} --help 查看用法。\n`,
    );
    process.exit(2);
  });
}

/** commander lists the choices in English. */
function chosen(detail: string): string {
  return detail.replace(/^Allowed choices are (.+?)\.?$/s, '可选：$1。');
}
