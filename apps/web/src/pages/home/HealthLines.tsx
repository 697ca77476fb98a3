import { Button } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { LIGHTS } from '../../words';
import { byPressure, LIGHT_ORDER, type Due, type UnitHealth } from './health-words';
import { HealthBar } from './HealthBar';
import { HealthColour } from './HealthColour';
import { taskAddress } from './task-address';
import { t } from '../../language/t';

const STEP = 20;

/** The sheet for a phone: a unit after the other, some at a time. */
export function HealthLines({ units, due }: { units: readonly UnitHealth[]; due: Due }) {
  const [shown, setShown] = useState(STEP);
  return (
    <>
      <ul className="health-lines">
        {units
          .toSorted(byPressure)
          .slice(0, shown)
          .map((unit) => (
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
      {units.length > shown && (
        <Button block style={{ marginTop: 12 }} onClick={() => setShown(shown + STEP)}>
          {t`显示更多（共`} {units.length} {t`个单位）`}
        </Button>
      )}
    </>
  );
}
