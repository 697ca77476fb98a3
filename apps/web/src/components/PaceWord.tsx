import { PACES, type Pace } from '../words';
import { t } from '../language/t';

/** 序时进度 in words; nothing where it cannot be told. */
export function PaceWord({ pace }: { pace: Pace | null }) {
  if (pace === null) return null;
  const { name, colour } = PACES[pace];
  return (
    <span className="small nowrap" style={{ color: colour }} title={t`进度与交办以来已过工作日的比较`}>
      {name}
    </span>
  );
}
