import { Card, Empty } from 'antd';
import { Link } from 'react-router';
import type { Overview } from '../../api/generated';
import { LightTag } from '../../components/LightTag';
import { LIGHTS, type Light } from '../../words';

const ORDER: Light[] = ['red', 'yellow', 'blue', 'green', 'purple'];

/** Whose tasks stand how: every figure opens its rows. */
export function UnitLightsTable({ units }: { units: Overview['units'] }) {
  return (
    <Card title="各单位亮灯情况">
      {units.length === 0 ? (
        <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description="还没有交办的任务" />
      ) : (
        <div className="framed" tabIndex={0} role="region" aria-label="各单位亮灯情况">
          <table className="plain-table">
            <thead>
              <tr>
                <th scope="col">单位</th>
                {ORDER.map((light) => (
                  <th key={light} scope="col" className="number">
                    <LightTag light={light} />
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {units.map((unit) => (
                <tr key={unit.unitId}>
                  <th scope="row">
                    <Link to={`/tasks?unitId=${unit.unitId}`}>{unit.unitName}</Link>
                  </th>
                  {ORDER.map((light) => (
                    <td key={light} className="number">
                      <Count unit={unit} light={light} />
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Card>
  );
}

function Count({ unit: { unitId, unitName, ...counts }, light }: { unit: Overview['units'][number]; light: Light }) {
  if (counts[light] === 0) return <span className="quiet">0</span>;
  return (
    <Link
      to={`/tasks?unitId=${unitId}&light=${light}`}
      aria-label={`${unitName}${LIGHTS[light].meaning}${counts[light]}项`}
    >
      {counts[light]}
    </Link>
  );
}
