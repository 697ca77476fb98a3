import { Link } from 'react-router';
import { LIGHTS } from '../../words';
import { LIGHT_ORDER, type Due, type UnitHealth } from './health-words';
import { HealthBar } from './HealthBar';
import { HealthColour } from './HealthColour';
import { taskAddress } from './task-address';

/** The sheet for a phone: a unit after the other. */
export function HealthLines({ units, due }: { units: readonly UnitHealth[]; due: Due }) {
  return (
    <ul className="health-lines">
      {units.map((unit) => (
        <li key={unit.unitId}>
          <div className="health-head">
            <Link to={taskAddress({ unitId: unit.unitId, light: LIGHT_ORDER, ...due })}>{unit.unitName}</Link>
            <HealthColour colour={unit.colour} />
          </div>
          <HealthBar unit={unit} />
          <div className="health-counts">
            {LIGHT_ORDER.filter((light) => unit[light] > 0).map((light) => (
              <Link key={light} to={taskAddress({ unitId: unit.unitId, light: [light], ...due })}>
                {LIGHTS[light].meaning} {unit[light]}
              </Link>
            ))}
          </div>
        </li>
      ))}
    </ul>
  );
}
