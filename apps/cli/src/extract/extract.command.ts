import { Command, InvalidArgumentError, Option } from 'commander';
import { isDay } from '#language/day';
import { withChineseUsageErrors } from '../usage-errors';
import { FORMATS, runExtract, type ExtractArguments } from './run-extract';

/** `luoshi extract`: reads one report file without server or database. Exit codes: 0 read, 1 unreadable file, 2 wrong usage. */
export function extractCommand(): Command {
  const command = new Command('extract')
    .summary('从报告文件中识别下一步工作和存在的问题')
    .description(
      '读取一份工作报告（Word、WPS、PDF、OFD、ODT、Excel、CSV、网页、Markdown 或文本），识别其中的下一步工作、存在的问题、原因和承诺事项。\n不需要启动服务，也不需要数据库。文件名写“-”表示从标准输入读取。',
    )
    .argument('<文件>', '报告文件；“-”表示标准输入')
    .addOption(
      new Option('-f, --format <格式>', '输出格式：json 结构化数据，table 文字表格，csv 或 xlsx 电子表格')
        .choices([...FORMATS])
        .default('json'),
    )
    .option('--text', '只输出规范化后的正文（偏移量以它为准）')
    .option('--received-on <日期>', '收到报告的日期，格式 2026-10-08；报告未写年份时以它的年份为准，默认今天', readDay)
    .option('-o, --output <文件>', '写入文件；不指定时写到标准输出')
    .helpOption('-h, --help', '显示帮助')
    .addHelpText(
      'after',
      '\n示例：\n  luoshi extract 三季度汇报.docx\n  luoshi extract 三季度汇报.docx --format table\n  luoshi extract 三季度汇报.docx --format xlsx --output 任务.xlsx\n  cat 汇报.txt | luoshi extract - --received-on 2026-10-08\n\n退出码：0 成功，1 文件无法读取，2 参数有误',
    )
    .action(async (file: string, options: Omit<ExtractArguments, 'file'>) => {
      process.exitCode = await runExtract({ ...options, file });
    });
  return withChineseUsageErrors(command);
}

function readDay(text: string): string {
  if (!isDay(text)) throw new InvalidArgumentError('日期应写成 2026-10-08 的形式，并且是存在的日期。');
  return text;
}
