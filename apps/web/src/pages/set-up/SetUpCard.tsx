import { Button, Card, Progress } from 'antd';
import { Link } from 'react-router';
import { LinkButton } from '../../components/LinkButton';
import { doneCount, nextPlace, SET_UP_STEPS } from './set-up-steps';
import { useDismissal, useSetUp } from './useSetUp';
import './set-up.css';
import { t } from '../../language/t';

/** On the administrator's first page until everything is done or put aside. */
export function SetUpCard() {
  const { data } = useSetUp();
  const dismissal = useDismissal();
  if (!data || data.dismissed || nextPlace(data) === 'done') return null;
  return (
    <Card
      title={t`初始设置`}
      extra={
        <Button size="small" loading={dismissal.isPending} onClick={() => dismissal.mutate(true)}>
          {t`不再显示`}
        </Button>
      }
    >
      <div className="set-up-card">
        <Progress
          percent={(doneCount(data) / SET_UP_STEPS.length) * 100}
          steps={SET_UP_STEPS.length}
          showInfo={false}
          aria-label={t`初始设置的进度`}
        />
        <span className="quiet">
          {t`已完成`} {doneCount(data)} {t`步，共`} {SET_UP_STEPS.length} {t`步`}
        </span>
        <LinkButton to="/set-up">{t`继续设置`}</LinkButton>
      </div>
      <ul className="set-up-list">
        {SET_UP_STEPS.map(({ step, name, about }) => (
          <li key={step}>
            <span className="set-up-state" data-done={data.steps[step]}>
              {data.steps[step] ? t`已完成` : t`未完成`}
            </span>
            <Link to={`/set-up?step=${step}`}>{name}</Link>
            <span className="quiet small">{about}</span>
          </li>
        ))}
      </ul>
    </Card>
  );
}
