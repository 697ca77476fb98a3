import type { Me } from '../api/generated';
import { SignInForm } from './SignInForm';
import { t } from '../language/t';

export function SignInPage({ onSignedIn }: { onSignedIn: (me: Me) => void }) {
  return (
    <main className="gate">
      <div className="gate-card">
        <h1>{t`落实`}</h1>
        <p className="quiet">{t`把工作报告中的每项承诺变成有人负责、有期限的任务`}</p>
        <SignInForm onSignedIn={onSignedIn} />
        <p className="quiet small">{t`忘记密码请联系管理员重置。首次登录的密码显示在启动服务的终端窗口中。`}</p>
      </div>
    </main>
  );
}
