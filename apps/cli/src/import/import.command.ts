import { Command } from 'commander';
import { importFiles, type ImportArguments } from './import';
import { telling } from '../running';

export function importCommand(): Command {
  return new Command('import')
    .summary('把报告文件导入系统')
    .description('导入一份或多份报告文件，等同于在网页上传。每个文件各自成功或失败；同一文件不会重复导入。')
    .argument('<文件...>', '报告文件（Word、WPS、PDF、OFD、ODT、Excel、CSV、网页、Markdown 或文本）')
    .option('--as <登录名>', '以谁的身份导入（须有督办员角色）', 'admin')
    .option('--unit <单位>', '报告单位的名称、简称或别名；不指定时从报告中识别')
    .option('--received-on <日期>', '收到报告的日期，格式 2026-10-08，默认今天')
    .helpOption('-h, --help', '显示帮助')
    .addHelpText('after', '\n退出码：0 全部导入，1 有文件未能导入，2 参数有误')
    .action(async (files: string[], options: Omit<ImportArguments, 'files'>) => {
      process.exit(await telling(() => importFiles({ ...options, files })));
    });
}
