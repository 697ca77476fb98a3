import { LIGHTS, type Light } from '../words';

export function LightTag({ light }: { light: Light | null }) {
  if (light === null) return <span className="quiet">—</span>;
  const { name, meaning, colour, ground } = LIGHTS[light];
  return (
    <span className="light" style={{ color: colour, background: ground }} title={name}>
      {meaning}
    </span>
  );
}
