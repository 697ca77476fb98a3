import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import { ask } from '../../api/client';
import { checkMailServer } from '../../api/generated';
import { STATES } from './system-words';
import { t } from '../../language/t';

/** Connects to the mail server when asked to: not every look at the page should. */
export function MailServerCheck() {
  const check = useMutation({ mutationFn: () => ask(checkMailServer()) });
  return (
    <div className="system-check">
      <Button loading={check.isPending} onClick={() => check.mutate()}>
        {t`检查发信服务器`}
      </Button>
      <span aria-live="polite">
        {check.error?.message}
        {check.data && (
          <>
            <span className="system-state" data-state={check.data.state}>
              {STATES[check.data.state]}
            </span>{' '}
            {check.data.found}
            {check.data.advice && `。${check.data.advice}`}
          </>
        )}
        {!check.data && !check.error && <span className="quiet small">{t`只连接和登录，不发信`}</span>}
      </span>
    </div>
  );
}
