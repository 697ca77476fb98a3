import { Command } from 'commander';
import { telling } from '../running';
import { CHECKS, type Finding } from './checks';
import { readSettings } from '#platform/settings';

const MARKS = { good: '✓', bad: '✗', info: '–' };

export function doctorCommand(): Command {
  return new Command('doctor')
    .summary('检查运行环境，并给出解决办法')
    .description('检查 Node、数据库、Redis、发信服务器、磁盘和字体。✓ 正常，✗ 须处理，– 供参考。')
    .option('--json', '输出 JSON')
    .helpOption('-h, --help', '显示帮助')
    .addHelpText('after', '\n退出码：0 没有须处理的问题，1 有，2 参数有误')
    .action(async ({ json = false }: { json?: boolean }) => {
      process.exit(await telling(() => run(json)));
    });
}

async function run(json: boolean): Promise<number> {
  const settings = readSettings(process.env);
  const findings: Finding[] = [];
  for (const check of CHECKS) {
    const finding = await check(settings);
    findings.push(finding);
    const remedy = finding.remedy === undefined ? '' : `\n    ${finding.remedy}`;
    if (!json) process.stdout.write(`${MARKS[finding.state]} ${finding.about}：${finding.found}${remedy}\n`);
  }
  if (json) process.stdout.write(`${JSON.stringify(findings, null, 2)}\n`);
  return findings.some(({ state }) => state === 'bad') ? 1 : 0;
}
