import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Button, Popconfirm } from 'antd';
import { useEffect, useState } from 'react';
import { ask } from '../../../api/client';
import {
  deleteComment,
  editComment,
  type CommentView,
  type TaskComments,
  type WriteComment,
} from '../../../api/generated';
import { at } from '../../../components/time';
import { CommentForm } from './CommentForm';
import { piecesOf } from './comment-words';
import { t } from '../../../language/t';

/** One comment: its words as text, whom it names marked; what was deleted leaves only a trace. */
export function CommentLine({ taskId, comment }: { taskId: string; comment: CommentView }) {
  const queries = useQueryClient();
  const { message } = App.useApp();
  const [editing, setEditing] = useState(false);
  const editable = useBefore(comment.editableUntil);
  const show = (next: TaskComments) => {
    queries.setQueryData(['comments', taskId], next);
    // The record of reminders quotes it.
    void queries.invalidateQueries({ queryKey: ['task-reminders', taskId] });
  };
  const path = { id: taskId, commentId: comment.id };
  const edit = useMutation({
    mutationFn: (body: WriteComment) => ask(editComment({ path, body })),
    onSuccess: (next) => {
      show(next);
      setEditing(false);
    },
  });
  const remove = useMutation({
    mutationFn: () => ask(deleteComment({ path })),
    onSuccess: show,
    onError: (error) => void message.error(error.message),
  });
  const { by, text, mentions, editedAt, deletedAt, mine } = comment;
  return (
    <li>
      <div className="comment-head">
        <b>{by}</b>
        <span className="quiet small">
          {at(comment.at)}
          {editedAt && !deletedAt && t` · 已修改（${at(editedAt)}）`}
        </span>
        {mine && !deletedAt && !editing && (
          <span className="comment-deeds no-print">
            {editable && (
              <Button type="link" size="small" onClick={() => setEditing(true)}>
                {t`修改`}
              </Button>
            )}
            <Popconfirm
              title={t`删除这条评论？`}
              description={t`删除后别人只看到“已删除”，不能恢复。`}
              okText={t`删除`}
              cancelText={t`取消`}
              onConfirm={() => remove.mutate()}
            >
              <Button type="link" size="small" loading={remove.isPending}>
                {t`删除`}
              </Button>
            </Popconfirm>
          </span>
        )}
      </div>
      {editing ? (
        <CommentForm
          taskId={taskId}
          label={t`修改评论`}
          okText={t`保存`}
          text={text ?? ''}
          mentions={mentions}
          sending={edit.isPending}
          error={edit.error}
          send={edit.mutateAsync}
          onCancel={() => setEditing(false)}
        />
      ) : text === null ? (
        <div className="quiet">
          {t`已删除`}
          {deletedAt && `（${at(deletedAt)}）`}
        </div>
      ) : (
        <div className="narrative">
          {piecesOf(text, mentions).map((piece, index) =>
            piece.mention ? (
              <b key={index} className="mention">
                {piece.text}
              </b>
            ) : (
              piece.text
            ),
          )}
        </div>
      )}
    </li>
  );
}

/** Whether the instant is still to come; turns false by itself. */
function useBefore(instant: string | null): boolean {
  const [past, setPast] = useState<string | null>(null);
  useEffect(() => {
    if (instant === null) return;
    const timer = setTimeout(() => setPast(instant), Math.max(0, Date.parse(instant) - Date.now()));
    return () => clearTimeout(timer);
  }, [instant]);
  return instant !== null && past !== instant;
}
