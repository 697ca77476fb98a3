import { Alert, Button, Card, Empty, Input } from 'antd';
import { useState } from 'react';
import { ask } from '../../api/client';
import {
  addCause,
  adoptCause,
  changeCause,
  removeCause,
  type CauseView,
  type ProblemDetail,
} from '../../api/generated';
import { useProblemCommand } from './useProblemCommand';
import { t } from '../../language/t';

/** Why the problem arose 原因: its own causes, and those that its report states for all of its problems. */
export function CausesCard({ problem }: { problem: ProblemDetail }) {
  /** The cause being written: an id, or 'new'. */
  const [writing, setWriting] = useState<string | null>(null);
  const path = { id: problem.id };
  const { version } = problem;
  const adopt = useProblemCommand(
    problem,
    (causeId: string) => ask(adoptCause({ path: { ...path, causeId }, body: { version } })),
    t`已列为本问题的原因`,
  );
  const remove = useProblemCommand(
    problem,
    (causeId: string) => ask(removeCause({ path: { ...path, causeId }, body: { version } })),
    t`已移除`,
  );
  const writes = problem.moves.includes('explain');
  const error = adopt.error ?? remove.error;
  const actions = ({ id, text, shared }: CauseView) => (
    <span className="no-print nowrap">
      {shared ? (
        <Button type="link" size="small" aria-label={t`归入本问题：${text}`} onClick={() => adopt.mutate(id)}>
          {t`归入本问题`}
        </Button>
      ) : (
        <>
          <Button type="link" size="small" aria-label={t`修改原因：${text}`} onClick={() => setWriting(id)}>
            {t`修改`}
          </Button>
          <Button type="link" size="small" aria-label={t`移除原因：${text}`} onClick={() => remove.mutate(id)}>
            {t`移除`}
          </Button>
        </>
      )}
    </span>
  );
  return (
    <Card
      title={t`原因`}
      extra={
        writes && (
          <Button className="no-print" size="small" disabled={writing !== null} onClick={() => setWriting('new')}>
            {t`补充原因`}
          </Button>
        )
      }
    >
      {error && <Alert type="error" showIcon title={error.message} style={{ marginBottom: 12 }} />}
      {problem.causes.length === 0 && writing === null && (
        <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t`还没有写明原因。由整改单位或督办员填写。`} />
      )}
      <ul className="plain">
        {problem.causes.map((cause) =>
          writing === cause.id ? (
            <li key={cause.id}>
              <Writing problem={problem} cause={cause} onClose={() => setWriting(null)} />
            </li>
          ) : (
            <li key={cause.id}>
              {cause.text} {cause.shared && <span className="quiet small">{t`（报告所述，未归入具体问题）`}</span>}
              {writes && actions(cause)}
            </li>
          ),
        )}
      </ul>
      {writing === 'new' && <Writing problem={problem} onClose={() => setWriting(null)} />}
    </Card>
  );
}

function Writing({ problem, cause, onClose }: { problem: ProblemDetail; cause?: CauseView; onClose: () => void }) {
  const [text, setText] = useState(cause?.text ?? '');
  const save = useProblemCommand(
    problem,
    (words: string) => {
      const body = { version: problem.version, text: words };
      const path = { id: problem.id };
      return ask(cause ? changeCause({ path: { ...path, causeId: cause.id }, body }) : addCause({ path, body }));
    },
    t`原因已保存`,
    onClose,
  );
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (text.trim()) save.mutate(text.trim());
      }}
    >
      {save.error && <Alert type="error" showIcon title={save.error.message} style={{ marginBottom: 8 }} />}
      <Input.TextArea
        aria-label={t`原因`}
        autoFocus
        rows={2}
        maxLength={2000}
        value={text}
        onChange={({ target }) => setText(target.value)}
      />
      <div style={{ display: 'flex', gap: 8, margin: '8px 0' }}>
        <Button size="small" type="primary" htmlType="submit" disabled={!text.trim()} loading={save.isPending}>
          {t`保存`}
        </Button>
        <Button size="small" onClick={onClose}>
          {t`取消`}
        </Button>
      </div>
    </form>
  );
}
