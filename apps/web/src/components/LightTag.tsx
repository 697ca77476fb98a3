import type { TaskSummary } from '../api/generated';
import { LIGHTS, type Light } from '../words';
import { t } from '../language/t';

export function LightTag({ light, status }: { light: Light | null; status?: TaskSummary['status'] }) {
  if (light === null) return <span className="quiet">—</span>;
  const { name, meaning, colour, ground } = LIGHTS[light];
  return (
    <span className="light" style={{ color: colour, background: ground }} title={name}>
      {light === 'green' && status === 'closed' ? t`按期办结` : meaning}
    </span>
  );
}
