import { Button, Dropdown } from 'antd';
import { DownOutlined, PrinterOutlined } from '@ant-design/icons';
import { useState } from 'react';
import type { TaskDetail } from '../../api/generated';
import { MOVES, type MoveName } from '../../words';
import { DecomposeModal } from './DecomposeModal';
import { NudgeModal } from './escalation/NudgeModal';
import { TalkModal } from './escalation/TalkModal';
import { MilestonesModal } from './MilestonesModal';
import { MoveModal } from './MoveModal';
import { t } from '../../language/t';

/** The next step to take stands out; what is seldom needed stands in the menu. */
const FORWARD: readonly MoveName[] = ['assign', 'accept', 'submit', 'close', 'resume'];
const SELDOM: readonly MoveName[] = [
  'change',
  're-date',
  'hand-over',
  'decompose',
  'plan',
  'suspend',
  'drop',
  'reopen',
  'ask-extension',
  'ask-suspension',
  'ask-drop',
];
/** Made where the evidence, the requests and the supporting units stand. */
const ELSEWHERE: readonly MoveName[] = [
  'attach',
  'detach',
  'withdraw-request',
  'decide-request',
  'set-support',
  'report-support',
  'waive-support',
];
const NudgeTask = ({ task, onClose }: { task: TaskDetail; onClose: () => void }) => (
  <NudgeModal tasks={[task]} onClose={onClose} />
);
const OWN_MODALS = { decompose: DecomposeModal, plan: MilestonesModal, nudge: NudgeTask, talk: TalkModal };

/** A button for each move that the present person may make now, and why others have to wait. */
export function TaskMoves({ task }: { task: TaskDetail }) {
  const [move, setMove] = useState<MoveName | null>(null);
  // Handing over what is under way is not the next step to take.
  const again = (name: MoveName) => name === 'assign' && !['drafted', 'returned'].includes(task.status);
  const label = (name: MoveName) => (again(name) ? t`重新交办` : MOVES[name]);
  const seldom = task.moves.filter((name) => SELDOM.includes(name) || again(name));
  const often = task.moves.filter((name) => !seldom.includes(name) && !ELSEWHERE.includes(name));
  // What is seldom needed is not missed while something is lacking for it.
  const blocked = task.blocked.filter(({ move: name }) => !SELDOM.includes(name));
  const Shown = move === null ? null : move in OWN_MODALS ? OWN_MODALS[move as keyof typeof OWN_MODALS] : MoveModal;
  return (
    <div className="no-print">
      {blocked.map(({ move: name, why }) => (
        <div key={name} id={`blocked-${name}`} className="quiet small move-blocked">
          {t`现在还不能`}
          {MOVES[name]}：{why}
        </div>
      ))}
      <div className="move-bar" role="group" aria-label={t`办理操作`}>
        {often.map((name) => (
          <Button key={name} type={FORWARD.includes(name) ? 'primary' : 'default'} onClick={() => setMove(name)}>
            {label(name)}
          </Button>
        ))}
        {blocked.map(({ move: name }) => (
          <Button key={name} disabled aria-describedby={`blocked-${name}`}>
            {label(name)}
          </Button>
        ))}
        {seldom.length > 0 && (
          <Dropdown
            trigger={['click']}
            menu={{
              items: seldom.map((name) => ({ key: name, label: label(name), danger: name === 'drop' })),
              onClick: ({ key }) => setMove(key as MoveName),
            }}
          >
            <Button className="move-more">
              {t`更多操作`} <DownOutlined />
            </Button>
          </Dropdown>
        )}
        <Button className="move-print" icon={<PrinterOutlined />} onClick={() => window.print()}>
          {t`打印办理单`}
        </Button>
      </div>
      {Shown && move && <Shown task={task} move={move} onClose={() => setMove(null)} />}
    </div>
  );
}
