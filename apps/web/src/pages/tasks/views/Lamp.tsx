import type { TaskSummary } from '../../../api/generated';
import { LIGHTS, STATUS } from '../../../words';

/** A light where there is room for one character only. */
export function Lamp({ task: { light, status } }: { task: Pick<TaskSummary, 'light' | 'status'> }) {
  const words = light === null ? STATUS[status] : `${LIGHTS[light].name}，${LIGHTS[light].meaning}`;
  return (
    <span className="lamp" data-light={light ?? 'none'} title={words}>
      <span aria-hidden="true">{light === null ? '—' : LIGHTS[light].name.charAt(0)}</span>
      <span className="unseen">{words}</span>
    </span>
  );
}
