import { Button } from 'antd';
import { useState } from 'react';
import type { ProblemDetail } from '../../api/generated';
import { MOVE_FORMS } from './problem-move-forms';
import { PROBLEM_MOVES, type ProblemMoveName } from './problem-words';
import { ProblemModal } from './ProblemModal';
import { ProblemMoveModal } from './ProblemMoveModal';
import { t } from '../../language/t';

/** The next step to take stands out. */
const FORWARD: readonly ProblemMoveName[] = ['rectify', 'close', 'look-back'];

/** A button for each move that the present person may make now, and why others have to wait. */
export function ProblemMoves({ problem }: { problem: ProblemDetail }) {
  const [move, setMove] = useState<ProblemMoveName | null>(null);
  // Causes and measures are written where they stand.
  const shown = (name: ProblemMoveName) => name === 'change' || name in MOVE_FORMS;
  const close = () => setMove(null);
  return (
    <div className="no-print">
      <div style={{ display: 'flex', flexWrap: 'wrap', gap: 8 }}>
        {problem.moves.filter(shown).map((name) => (
          <Button
            key={name}
            type={FORWARD.includes(name) ? 'primary' : 'default'}
            danger={name === 'withdraw'}
            onClick={() => setMove(name)}
          >
            {PROBLEM_MOVES[name]}
          </Button>
        ))}
        {problem.blocked.map(({ move: name }) => (
          <Button key={name} disabled aria-describedby={`blocked-${name}`}>
            {PROBLEM_MOVES[name]}
          </Button>
        ))}
        <Button onClick={() => window.print()}>{t`打印`}</Button>
      </div>
      {problem.blocked.map(({ move: name, why }) => (
        <div key={name} id={`blocked-${name}`} className="quiet small" style={{ marginTop: 6 }}>
          {t`现在还不能`}
          {PROBLEM_MOVES[name]}：{why}
        </div>
      ))}
      {move === 'change' && <ProblemModal problem={problem} onClose={close} />}
      {move !== null && move !== 'change' && <ProblemMoveModal problem={problem} move={move} onClose={close} />}
    </div>
  );
}
