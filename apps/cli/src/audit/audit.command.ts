import { Command } from 'commander';
import { telling } from '../running';
import { withChineseUsageErrors } from '../usage-errors';
import { verify, type VerifyArguments } from './verify';

export function auditCommand(): Command {
  const command = new Command('audit').summary('校验操作日志').helpOption('-h, --help', '显示帮助').helpCommand(false);
  return command.addCommand(withChineseUsageErrors(verifyCommand()));
}

function verifyCommand(): Command {
  return new Command('verify')
    .summary('逐条校验操作日志有没有被改动或删除')
    .description(
      '重新计算全部操作日志的哈希链，指出每一条被改动、被删除的记录，包括最新的。\n' +
        '请把显示的指纹记在系统之外；以后用 --since 校验，可以证明当时的日志至今没有变过。',
    )
    .option('--since <指纹或文件>', '此前记下的指纹，或 --save 保存的文件')
    .option('--save <文件>', '把本次的指纹保存到文件')
    .helpOption('-h, --help', '显示帮助')
    .addHelpText('after', '\n退出码：0 完整，1 有改动或删除，2 参数有误')
    .action(async (options: VerifyArguments) => {
      process.exit(await telling(() => verify(options)));
    });
}
