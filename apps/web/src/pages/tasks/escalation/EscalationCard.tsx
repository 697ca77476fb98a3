import { useQuery } from '@tanstack/react-query';
import { Card, Tag } from 'antd';
import { ask } from '../../../api/client';
import { getEscalation, type EscalationView, type ReminderSent } from '../../../api/generated';
import { Failure } from '../../../components/Failure';
import { at } from '../../../components/time';
import { RUNGS } from '../../../words';
import { statusWord } from '../../reminders/reminder-words';
import './escalation.css';
import { t } from '../../../language/t';

/** What was done to have the task hurried: carried up the ladder, nudged, talked about. */
export function EscalationCard({ taskId }: { taskId: string }) {
  const { data, error, refetch } = useQuery({
    queryKey: ['escalation', taskId],
    queryFn: () => ask(getEscalation({ path: { id: taskId } })),
  });
  if (error) return <Failure error={error} retry={() => void refetch()} />;
  // Most tasks have none of it; nothing is announced that then does not come.
  if (!data || data.rungs.length + data.nudges.length + data.talks.length === 0) return null;
  return (
    <Card title={t`催办、约谈与逾期上报`}>
      <ul className="escalation">
        <Talks talks={data.talks} />
        <Rungs rungs={data.rungs} />
        <Nudges nudges={data.nudges} />
      </ul>
    </Card>
  );
}

const Talks = ({ talks }: Pick<EscalationView, 'talks'>) =>
  talks.map(({ id, personName, by, heldOn, note }) => (
    <li key={id}>
      <div>
        <Tag color="red">{t`约谈`}</Tag> {by}
        {t`约谈`}
        {personName} <span className="quiet small">{heldOn}</span>
      </div>
      <div className="narrative">{note}</div>
    </li>
  ));

const Rungs = ({ rungs }: Pick<EscalationView, 'rungs'>) =>
  rungs.map(({ rule, plannedOn, to }) => (
    <li key={`${plannedOn} ${rule}`}>
      <div>
        <Tag color="red">{t`逾期上报`}</Tag> {RUNGS[rule] ?? rule} <span className="quiet small">{plannedOn}</span>
      </div>
      <Sent to={to} />
    </li>
  ));

const Nudges = ({ nudges }: Pick<EscalationView, 'nudges'>) =>
  nudges.map(({ id, at: instant, by, note, to }) => (
    <li key={id}>
      <div>
        <Tag color="blue">{t`催办`}</Tag> {by} <span className="quiet small">{at(instant)}</span>
      </div>
      {note && <div className="narrative">{note}</div>}
      <Sent to={to} />
    </li>
  ));

const Sent = ({ to }: { to: ReminderSent[] }) => (
  <div className="quiet small">
    {t`提醒：`}
    {to
      .map(({ name, insteadOf, ...became }) => `${name}${insteadOf ? t`（代${insteadOf}）` : ''} ${statusWord(became)}`)
      .join('、')}
  </div>
);
