import type { TimelineTask } from '../../../../api/generated';
import { assigneeWord } from '../../../../components/assignee-word';
import { Lamp } from '../Lamp';
import type { Stretch } from '../stretch';
import { TaskLink } from '../TaskLink';
import type { UnitRows } from './by-unit';
import { trackWords } from './track-words';
import { Track } from './Track';
import { t } from '../../../../language/t';

interface Props {
  unit: UnitRows;
  stretch: Stretch;
  today: string;
}

/** The tasks that one unit leads, a track each. */
export function UnitTracks({ unit, stretch, today }: Props) {
  return (
    <section aria-label={unit.name}>
      <h3 className="track-unit">
        {unit.name}
        <span className="quiet small">
          {' '}
          {unit.total} {t`项`}
        </span>
      </h3>
      <ul className="plain-tracks">
        {unit.tasks.map((task) => (
          <li key={task.id} className="track-row">
            <Name task={task} />
            <Track task={task} stretch={stretch} today={today} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Name({ task }: { task: TimelineTask }) {
  return (
    <div className="track-name">
      <Lamp task={task} />
      <TaskLink task={task} />
      <span className="quiet small nowrap">
        {assigneeWord(task) ?? t`未指定`} · {task.progress}%
      </span>
      <span className="unseen">{trackWords(task)}</span>
    </div>
  );
}
