import { Button } from 'antd';
import { useState } from 'react';
import type { TaskDetail } from '../../api/generated';
import { MOVES, type MoveName } from '../../words';
import { MoveModal } from './MoveModal';

const FORWARD: readonly MoveName[] = ['assign', 'accept', 'submit', 'close'];

/** A button for each move that the present person may make now. */
export function TaskMoves({ task }: { task: TaskDetail }) {
  const [move, setMove] = useState<MoveName | null>(null);
  if (task.moves.length === 0) return null;
  return (
    <div className="no-print" style={{ display: 'flex', flexWrap: 'wrap', gap: 8 }}>
      {task.moves.map((name) => {
        // Handing over what is under way is not the next step to take.
        const again = name === 'assign' && !['drafted', 'returned'].includes(task.status);
        return (
          <Button
            key={name}
            type={FORWARD.includes(name) && !again ? 'primary' : 'default'}
            danger={name === 'drop'}
            onClick={() => setMove(name)}
          >
            {again ? '重新交办' : MOVES[name]}
          </Button>
        );
      })}
      {move && <MoveModal task={task} move={move} onClose={() => setMove(null)} />}
    </div>
  );
}
