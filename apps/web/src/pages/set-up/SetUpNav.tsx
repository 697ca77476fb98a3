import type { SetUpProgress } from '../../api/generated';
import { nextPlace, SET_UP_STEPS, type SetUpPlace } from './set-up-steps';
import { t } from '../../language/t';

interface Props {
  progress: SetUpProgress;
  place: SetUpPlace;
  onGo: (place: SetUpPlace) => void;
}

/** The steps, each with whether it is done. */
export function SetUpNav({ progress, place, onGo }: Props) {
  const steps = SET_UP_STEPS.map(({ step, ...rest }) => ({
    ...rest,
    at: step as SetUpPlace,
    done: progress.steps[step],
  }));
  const finished = nextPlace(progress) === 'done';
  const all = [...steps, { at: 'done' as const, name: t`完成`, about: t`接下来做什么`, done: finished }];
  return (
    <nav className="set-up-nav" aria-label={t`设置步骤`}>
      <ol>
        {all.map(({ at, name, about, done }, index) => (
          <li key={at}>
            <button type="button" aria-current={at === place ? 'step' : undefined} onClick={() => onGo(at)}>
              <span>
                {index + 1}. {name}
              </span>
              <span className="set-up-state" data-done={done}>
                {done ? t`已完成` : t`未完成`}
              </span>
              <span className="quiet small about">{about}</span>
            </button>
          </li>
        ))}
      </ol>
    </nav>
  );
}
