import { Alert, Button, Card, Skeleton } from 'antd';
import { Navigate, useSearchParams } from 'react-router';
import { Failure } from '../../components/Failure';
import { useMe } from '../../session/session';
import { CalendarStep } from './CalendarStep';
import { DoneStep } from './DoneStep';
import { MailStep } from './MailStep';
import { OrganisationStep } from './OrganisationStep';
import { PeopleStep } from './PeopleStep';
import { ReportStep } from './ReportStep';
import { isPlace, nextPlace, SET_UP_STEPS, type SetUpPlace } from './set-up-steps';
import { SetUpNav } from './SetUpNav';
import { useDismissal, useSetUp } from './useSetUp';
import './set-up.css';
import { t } from '../../language/t';

const CONTENT = {
  organisation: OrganisationStep,
  people: PeopleStep,
  mail: MailStep,
  calendar: CalendarStep,
  report: ReportStep,
  done: DoneStep,
};
const PLACES: SetUpPlace[] = [...SET_UP_STEPS.map(({ step }) => step), 'done'];

/** 初始设置: from a fresh installation to the first report, in steps that can be left and taken up again. */
export default function SetUpPage() {
  const { administersAll } = useMe();
  const { data, error, refetch } = useSetUp();
  const [address, setAddress] = useSearchParams();
  const dismissal = useDismissal();
  if (!administersAll) return <Failure error={new Error(t`初始设置由最高一级单位的管理员办理，请与其联系。`)} />;
  if (error) return <Failure error={error} retry={() => void refetch()} />;
  if (!data) return <Skeleton active style={{ padding: 24 }} />;
  const asked = address.get('step');
  // Fixed from here on: a step that gets done must not be taken away from under its last dialog.
  if (!isPlace(asked)) return <Navigate to={`/set-up?step=${nextPlace(data)}`} replace />;
  const place = asked;
  const at = PLACES.indexOf(place);
  const go = (next: SetUpPlace) => setAddress({ step: next });
  const Content = CONTENT[place];
  return (
    <div className="page">
      <div className="page-head">
        <h1 className="grow">{t`初始设置`}</h1>
        <Button loading={dismissal.isPending} onClick={() => dismissal.mutate(!data.dismissed)}>
          {data.dismissed ? t`在首页显示` : t`不在首页显示`}
        </Button>
      </div>
      <p className="quiet">
        {t`每一步可以随时离开，以后从右上角菜单的“初始设置”接着做；也可以跳过。是否完成由系统按现有内容判断。`}
      </p>
      <div className="set-up">
        <SetUpNav progress={data} place={place} onGo={go} />
        <Card title={place === 'done' ? t`完成` : SET_UP_STEPS[at].name}>
          {place !== 'done' && data.steps[place] && (
            <Alert type="success" showIcon title={t`这一步已完成`} style={{ marginBottom: 16 }} />
          )}
          <Content progress={data} />
          <div className="set-up-foot">
            <Button disabled={at === 0} onClick={() => go(PLACES[at - 1])}>
              {t`上一步`}
            </Button>
            {place !== 'done' && (
              <Button type={data.steps[place] ? 'primary' : 'default'} onClick={() => go(PLACES[at + 1])}>
                {data.steps[place] ? t`下一步` : t`先跳过`}
              </Button>
            )}
          </div>
        </Card>
      </div>
    </div>
  );
}
