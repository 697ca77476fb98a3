import type { TimelineTask } from '../../../../api/generated';
import { daysBetween, type Stretch } from '../stretch';
import { barOf, endOf, type Piece } from './bar';
import { trackWords } from './track-words';
import { t } from '../../../../language/t';

const at = ({ start, width }: Piece) => ({ left: `${start}%`, width: `${width}%` });

/** The bar of a task; what it shows is also said in words beside its name. */
export function Track({ task, stretch, today }: { task: TimelineTask; stretch: Stretch; today: string }) {
  const { body, done, late, before, after, original } = barOf(task, stretch, today);
  const stages = task.milestones.filter(({ dueOn }) => inSight(dueOn, stretch));
  return (
    <div className="track" data-light={task.light ?? 'none'} title={trackWords(task)} aria-hidden="true">
      {body && <i className="bar" style={at(body)} data-before={before || undefined} data-after={after || undefined} />}
      {done && <i className="bar-done" style={at(done)} />}
      {late && <i className="bar-late" style={at(late)} />}
      {original !== null && <i className="bar-original" style={{ left: `${original}%` }} />}
      {stages.map(({ title, dueOn, doneOn }) => (
        <i
          key={`${dueOn} ${title}`}
          className="bar-stage"
          style={{ left: `${endOf(dueOn, stretch)}%` }}
          data-done={doneOn !== null || undefined}
          title={t`阶段目标：${title}，时限 ${dueOn}${doneOn ? t`，${doneOn} 完成` : ''}`}
        />
      ))}
    </div>
  );
}

const inSight = (day: string, { from, to }: Stretch) => daysBetween(from, day) >= 0 && daysBetween(day, to) >= 0;
