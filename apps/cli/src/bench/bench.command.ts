import { Argument, Command } from 'commander';
import { withChineseUsageErrors } from '../usage-errors';
import { accuracyBench } from './accuracy.bench';
import { printResult, type Bench } from './bench';
import { extractBench } from './extract.bench';
import { remindersBench } from './reminders/reminders.bench';
import { tasksBench } from './tasks/tasks.bench';
import { webBench } from './web/web.bench';

const BENCHES: readonly Bench[] = [extractBench, accuracyBench, tasksBench, remindersBench, webBench];

/** `luoshi bench NAME`: measures and prints a table, then one line of JSON as the last line. `more` adds benches of other areas. */
export function benchCommand(more: readonly Bench[] = []): Command {
  const benches = [...BENCHES, ...more];
  const command = new Command('bench')
    .summary('测量速度和准确率')
    .description(
      `运行一项测量，输出表格，最后一行是 JSON。\n\n${benches.map(({ name, summary }) => `  ${name.padEnd(12)}${summary}`).join('\n')}`,
    )
    .addArgument(new Argument('<名称>', '测量项目').choices(benches.map(({ name }) => name)))
    .helpOption('-h, --help', '显示帮助')
    .action(async (name: string) => {
      const bench = benches.find((each) => each.name === name);
      if (bench === undefined) return;
      printResult(await bench.run());
    });
  return withChineseUsageErrors(command);
}
