import { LIGHTS } from '../../words';
import { COLOURS, type UnitHealth } from './health-words';

/** 总评: the one colour of a unit, as a word on its colour. */
export function HealthColour({ colour }: { colour: UnitHealth['colour'] }) {
  if (colour === null) return <span className="quiet">—</span>;
  return (
    <span className="light" style={{ color: LIGHTS[colour].colour, background: LIGHTS[colour].ground }}>
      {COLOURS[colour]}
    </span>
  );
}
