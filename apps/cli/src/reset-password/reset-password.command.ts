import { Command } from 'commander';
import { PeopleService } from '#organisation/people.service';
import { withApplication } from '../application-context';
import { telling } from '../running';

export function resetPasswordCommand(): Command {
  return new Command('reset-password')
    .summary('为忘记密码的人设一个一次性密码')
    .description('为忘记密码的人（如管理员本人）设一个一次性密码，只显示一次，登录后须修改。此人在各处的登录随即失效。')
    .argument('<登录名>')
    .helpOption('-h, --help', '显示帮助')
    .action(async (login: string) => {
      process.exit(await telling(() => run(login)));
    });
}

function run(login: string): Promise<number> {
  return withApplication(async (app) => {
    const reset = await app.get(PeopleService).resetAtServer(login.trim().toLowerCase());
    if (!reset) {
      process.stderr.write(`没有登录名为“${login}”的人，或其已停用。\n`);
      return 1;
    }
    process.stdout.write(`${login} 的一次性密码：${reset.oneTimePassword}\n`);
    return 0;
  });
}
