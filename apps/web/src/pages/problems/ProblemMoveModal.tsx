import { useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Form, Modal } from 'antd';
import dayjs from 'dayjs';
import { ApiError, type DeedSince } from '../../api/client';
import type { ProblemDetail } from '../../api/generated';
import { MOVE_FORMS, type MoveFields } from './problem-move-forms';
import { PROBLEM_DEEDS, PROBLEM_MOVES, type ProblemMoveName } from './problem-words';
import { useProblemCommand } from './useProblemCommand';

interface Props {
  problem: ProblemDetail;
  move: ProblemMoveName;
  onClose: () => void;
}

/** Asks for what a move needs and makes it. What was typed stays when the server refuses. */
export function ProblemMoveModal({ problem, move, onClose }: Props) {
  const [form] = Form.useForm<MoveFields>();
  const queries = useQueryClient();
  const asks = MOVE_FORMS[move];
  const make = useProblemCommand(
    problem,
    async (fields: MoveFields) => {
      if (!asks) throw new Error(`no form for ${move}`);
      return asks.send({ path: { id: problem.id }, version: problem.version, fields });
    },
    asks?.done ?? '',
    onClose,
  );
  const stale = make.error instanceof ApiError && make.error.status === 409;
  const reload = () => void queries.invalidateQueries({ queryKey: ['problem', problem.id] }).then(() => make.reset());
  return (
    <Modal
      open
      title={PROBLEM_MOVES[move]}
      okText={PROBLEM_MOVES[move]}
      onOk={() => form.submit()}
      onCancel={onClose}
      confirmLoading={make.isPending}
      okButtonProps={{ danger: move === 'withdraw' }}
    >
      {make.error && (
        <Alert
          type="error"
          showIcon
          title={make.error.message}
          description={make.error instanceof ApiError && <Since deeds={make.error.since} />}
          action={
            stale && (
              <Button size="small" onClick={reload}>
                刷新
              </Button>
            )
          }
          style={{ marginBottom: 12 }}
        />
      )}
      <Form<MoveFields>
        form={form}
        layout="vertical"
        initialValues={{
          askedOn: dayjs().format('YYYY-MM-DD'),
          dissatisfied: 0,
          basically: 0,
          dueOn: problem.lookBacks.find(({ doneOn }) => doneOn === null)?.dueOn,
        }}
        onFinish={(fields) => make.mutate(fields)}
      >
        <p style={{ marginTop: 0 }}>{problem.title}</p>
        {asks?.fields(problem)}
      </Form>
    </Modal>
  );
}

/** What others did while the form was open. */
function Since({ deeds }: { deeds: DeedSince[] }) {
  return deeds.map(({ at, by, action, reason }) => (
    <div key={at + action}>
      {by}于 {new Date(at).toLocaleString('zh-CN', { dateStyle: 'short', timeStyle: 'short' })}{' '}
      {PROBLEM_DEEDS[action] ?? action}
      {reason && `：${reason}`}
    </div>
  ));
}
