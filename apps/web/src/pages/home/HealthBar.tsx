import { LIGHTS } from '../../words';
import { LIGHT_ORDER, type UnitHealth } from './health-words';
import { t } from '../../language/t';

/** Below this share of the bar a number has no room; the counts stand beside it in any case. */
const ROOM = 0.08;

/** The lights of a unit as parts of a whole. */
export function HealthBar({ unit }: { unit: UnitHealth }) {
  const parts = LIGHT_ORDER.filter((light) => unit[light] > 0);
  const words = parts.map((light) => t`${LIGHTS[light].meaning} ${unit[light]} 项`).join('，');
  return (
    <div className="health-bar" role="img" aria-label={`${unit.unitName}：${words}`} title={words}>
      {parts.map((light) => (
        <span
          key={light}
          style={{
            flexGrow: unit[light],
            color: LIGHTS[light].colour,
            background: LIGHTS[light].ground,
            borderColor: LIGHTS[light].colour,
          }}
        >
          {unit[light] / unit.total >= ROOM && unit[light]}
        </span>
      ))}
    </div>
  );
}
