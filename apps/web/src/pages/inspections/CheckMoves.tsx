import { Alert, Button, Form, Input, Modal } from 'antd';
import { useState } from 'react';
import { ask } from '../../api/client';
import { callOffCheck, reportCheck, respondToCheck, sendBackCheck, type CheckDetail } from '../../api/generated';
import { DecideModal } from './DecideModal';
import { CHECK_MOVES, type CheckMoveName } from './inspection-words';
import { InspectorsModal } from './InspectorsModal';
import { useCheckCommand } from './useCheckCommand';
import { t } from '../../language/t';

interface WordsMove {
  label: string;
  most: number;
  hint?: string;
  done: string;
  send: (path: { id: string }, version: number, words: string) => Promise<CheckDetail>;
}

/** Moves that are made by writing one text. */
const WORDS: Partial<Record<CheckMoveName, WordsMove>> = {
  report: {
    ...{ label: t`检查结论`, most: 5000, done: t`已提交，等待认定` },
    hint: t`提交后不能再登记发现，也不能再查阅被检查单位的材料。`,
    send: (path, version, conclusion) => ask(reportCheck({ path, body: { version, conclusion } })),
  },
  respond: {
    ...{ label: t`反馈意见`, most: 5000, done: t`已反馈` },
    send: (path, version, response) => ask(respondToCheck({ path, body: { version, response } })),
  },
  'send-back': {
    ...{ label: t`退回原因`, most: 500, done: t`已退回` },
    send: (path, version, reason) => ask(sendBackCheck({ path, body: { version, reason } })),
  },
  'call-off': {
    ...{ label: t`取消原因`, most: 500, done: t`已取消` },
    send: (path, version, reason) => ask(callOffCheck({ path, body: { version, reason } })),
  },
};

const FORWARD: readonly CheckMoveName[] = ['report', 'decide', 'respond'];

/** A button for each move that the present person may make now, and why others have to wait. */
export function CheckMoves({ check }: { check: CheckDetail }) {
  const [move, setMove] = useState<CheckMoveName | null>(null);
  const close = () => setMove(null);
  const words = move && WORDS[move];
  return (
    <div className="no-print">
      <div style={{ display: 'flex', flexWrap: 'wrap', gap: 8 }}>
        {check.moves
          // Findings are written where they stand.
          .filter((name) => name !== 'find')
          .map((name) => (
            <Button
              key={name}
              type={FORWARD.includes(name) ? 'primary' : 'default'}
              danger={name === 'call-off'}
              onClick={() => setMove(name)}
            >
              {CHECK_MOVES[name]}
            </Button>
          ))}
        <Button onClick={() => window.print()}>{t`打印`}</Button>
      </div>
      {check.blocked.map(({ move: name, why }) => (
        <div key={name} className="quiet small" style={{ marginTop: 6 }}>
          {t`现在还不能`}
          {CHECK_MOVES[name]}：{why}
        </div>
      ))}
      {move && words && <WordsModal check={check} title={CHECK_MOVES[move]} words={words} onClose={close} />}
      {move === 'name' && <InspectorsModal check={check} onClose={close} />}
      {move === 'decide' && <DecideModal check={check} onClose={close} />}
    </div>
  );
}

interface Props {
  check: CheckDetail;
  title: string;
  words: WordsMove;
  onClose: () => void;
}

/** Asks for the text of a move and makes it. What was typed stays when the server refuses. */
function WordsModal({ check, title, words, onClose }: Props) {
  const [form] = Form.useForm<{ words: string }>();
  const make = useCheckCommand(
    check,
    (fields: { words: string }) => words.send({ id: check.id }, check.version, fields.words),
    words.done,
    onClose,
  );
  return (
    <Modal
      open
      title={title}
      okText={title}
      onOk={() => form.submit()}
      onCancel={onClose}
      confirmLoading={make.isPending}
    >
      {make.error && <Alert type="error" showIcon title={make.error.message} style={{ marginBottom: 12 }} />}
      <Form form={form} layout="vertical" onFinish={(fields) => make.mutate(fields)}>
        <Form.Item
          name="words"
          label={words.label}
          extra={words.hint}
          rules={[{ required: true, whitespace: true, message: t`请填写${words.label}` }]}
        >
          <Input.TextArea autoFocus rows={5} maxLength={words.most} showCount />
        </Form.Item>
      </Form>
    </Modal>
  );
}
