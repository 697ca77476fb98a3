import { useQuery } from '@tanstack/react-query';
import { Alert, Button, Mentions } from 'antd';
import { useDeferredValue, useRef, useState } from 'react';
import { ask } from '../../../api/client';
import { listMentionable, type MentionInput, type WriteComment } from '../../../api/generated';
import { stillNamed } from './comment-words';
import { t } from '../../../language/t';

const MOST = 2000;

interface Props {
  taskId: string;
  label: string;
  okText: string;
  /** What is being changed. */
  text?: string;
  mentions?: MentionInput[];
  sending: boolean;
  error: Error | null;
  send: (said: WriteComment) => Promise<unknown>;
  onCancel?: () => void;
}

/** A text in which an @ opens the list of those who may see the task. What was typed stays when the server refuses. */
export function CommentForm({ taskId, label, okText, send, sending, error, onCancel, ...before }: Props) {
  const [text, setText] = useState(before.text ?? '');
  const [part, setPart] = useState<string | null>(null);
  const sought = useDeferredValue(part);
  const chosen = useRef<MentionInput[]>(before.mentions ?? []);
  const { data, isFetching } = useQuery({
    queryKey: ['mentionable', taskId, sought],
    queryFn: () => ask(listMentionable({ path: { id: taskId }, query: { q: sought || undefined } })),
    enabled: sought !== null,
    staleTime: 60_000,
  });
  const submit = async () => {
    if (text.trim() === '' || sending) return;
    await send({ text, mentions: stillNamed(text, chosen.current) });
    setText('');
    chosen.current = [];
  };
  return (
    <form
      className="comment-form"
      onSubmit={(event) => {
        event.preventDefault();
        // The refusal is shown by the caller's `error`.
        submit().catch(() => undefined);
      }}
    >
      {error && <Alert type="error" showIcon title={error.message} />}
      <Mentions
        aria-label={label}
        value={text}
        onChange={(next) => {
          setText(next);
          // What an input method puts in comes without a key.
          const typed = /@([^\s@]*)$/.exec(next);
          if (typed) setPart(typed[1]);
        }}
        onSearch={setPart}
        onSelect={({ value }) => {
          const person = data?.find(({ words }) => words === value);
          if (person) chosen.current.push({ personId: person.id, words: person.words });
        }}
        filterOption={false}
        loading={isFetching}
        notFoundContent={isFetching ? t`正在查找…` : t`没有可以查看这项任务的此人`}
        autoSize={{ minRows: 2, maxRows: 10 }}
        maxLength={MOST}
        placeholder={t`写评论，输入 @ 可提醒能够查看这项任务的人`}
        options={(data ?? []).map(({ id, words, name, places }) => ({
          key: id,
          value: words,
          label: (
            <span className="mentionable">
              {name} <span className="quiet small">{places}</span>
            </span>
          ),
        }))}
      />
      <div className="comment-form-foot">
        <span className="quiet small">{text.length > MOST * 0.9 && t`还可输入 ${MOST - text.length} 字`}</span>
        {onCancel && (
          <Button size="small" onClick={onCancel}>
            {t`取消`}
          </Button>
        )}
        <Button
          type="primary"
          size={onCancel ? 'small' : 'middle'}
          htmlType="submit"
          loading={sending}
          disabled={text.trim() === ''}
        >
          {okText}
        </Button>
      </div>
    </form>
  );
}
