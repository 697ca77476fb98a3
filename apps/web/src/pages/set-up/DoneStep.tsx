import { Alert } from 'antd';
import { Link } from 'react-router';
import type { SetUpProgress } from '../../api/generated';
import { nextPlace, SET_UP_STEPS } from './set-up-steps';
import { t } from '../../language/t';

/** What is left, and where to go from here. */
export function DoneStep({ progress }: { progress: SetUpProgress }) {
  const left = SET_UP_STEPS.filter(({ step }) => !progress.steps[step]);
  return (
    <>
      {nextPlace(progress) === 'done' ? (
        <Alert type="success" showIcon title={t`初始设置已全部完成，可以开始使用了`} />
      ) : (
        <Alert
          type="info"
          showIcon
          title={t`还有 ${left.length} 步没有完成：${left.map(({ name }) => name).join('、')}`}
        />
      )}
      <h2 style={{ marginTop: 16 }}>{t`接下来`}</h2>
      <ul>
        <li>
          {t`督办员在`}
          <Link to="/reports">{t`报告`}</Link>
          {t`的审核台确认读出的事项，再到`}
          <Link to="/tasks">{t`任务`}</Link>
          {t`页交办。`}
        </li>
        <li>
          {t`在`}
          <Link to="/policies">{t`督办规则`}</Link>
          {t`中规定佐证、回头看间隔和提醒的日子；不规定时按系统默认。`}
        </li>
        <li>
          {t`系统运行得怎样，看`}
          <Link to="/system">{t`系统状态`}</Link>
          {t`；怎样使用，看`}
          <Link to="/help">{t`使用说明`}</Link>
          {t`（按 F1）。`}
        </li>
      </ul>
    </>
  );
}
