import { Form, Modal } from 'antd';
import dayjs from 'dayjs';
import type { ProblemDetail } from '../../api/generated';
import { useDraft } from '../../drafts/useDraft';
import { RefusedMove } from '../../components/RefusedMove';
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
  const draft = useDraft(form, move);
  const asks = MOVE_FORMS[move];
  const make = useProblemCommand(
    problem,
    async (fields: MoveFields) => {
      if (!asks) throw new Error(`no form for ${move}`);
      return asks.send({ path: { id: problem.id }, version: problem.version, fields });
    },
    asks?.done ?? '',
    () => {
      draft.clear();
      onClose();
    },
  );
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
        <RefusedMove error={make.error} deeds={PROBLEM_DEEDS} queryKey={['problem', problem.id]} reset={make.reset} />
      )}
      {draft.offer}
      <Form<MoveFields>
        form={form}
        layout="vertical"
        initialValues={{
          askedOn: dayjs().format('YYYY-MM-DD'),
          dissatisfied: 0,
          basically: 0,
          dueOn: problem.lookBacks.find(({ doneOn }) => doneOn === null)?.dueOn,
        }}
        onValuesChange={draft.onValuesChange}
        onFinish={(fields) => make.mutate(fields)}
      >
        <p style={{ marginTop: 0 }}>{problem.title}</p>
        {asks?.fields(problem)}
      </Form>
    </Modal>
  );
}
