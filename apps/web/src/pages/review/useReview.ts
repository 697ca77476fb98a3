import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';
import { ApiError, ask } from '../../api/client';
import {
  acceptItems,
  changeItem,
  changeItems,
  getReport,
  markItem,
  mergeItems,
  rejectItems,
  restoreItems,
  splitItem,
  undoStep,
  type AcceptItems,
  type ChangeItem,
  type MarkItem,
  type OwnerOfItems,
  type ReportDetail,
  type ReportItemView,
} from '../../api/generated';
import { assignAtOnce, type Assigned } from './assign-at-once';
import { useToast } from './useToast';
import { acceptedWords, assignedWords, UNDONE } from './review-words';
import { t } from '../../language/t';

const inOrder = (items: ReportItemView[]) => items.sort((a, b) => a.start - b.start || b.end - a.end);

/** The report on the desk and everything that can be done with its items. Every step can be taken back, the last one first. */
export function useReview(id: string) {
  const queries = useQueryClient();
  const { message } = App.useApp();
  const key = ['report', id];
  const path = { id };
  const report = useQuery({ queryKey: key, queryFn: () => ask(getReport({ path })) });

  /** Puts changed items in the place of the old ones, without reading the whole report again. */
  const put = (items: ReportItemView[], removed: string[] = []) => {
    const gone = new Set([...removed, ...items.map((item) => item.id)]);
    queries.setQueryData<ReportDetail>(
      key,
      (old) => old && { ...old, items: inOrder([...old.items.filter((item) => !gone.has(item.id)), ...items]) },
    );
    for (const list of ['reports', 'overview', 'tasks', 'problems'])
      void queries.invalidateQueries({ queryKey: [list] });
  };
  const failed = (error: Error) => {
    void message.error(error.message, 6);
    const stale = error instanceof ApiError && (error.status === 409 || error.status === 404);
    if (stale && error.code !== 'review-step.none') void queries.invalidateQueries({ queryKey: key });
  };

  const undo = useMutation({
    mutationFn: () => ask(undoStep({ path })),
    onSuccess: ({ action, title, items, removedIds }) => {
      put(items, removedIds);
      toast.say(`${UNDONE[action]}：${title}`);
    },
    onError: failed,
  });
  const toast = useToast(() => !undo.isPending && undo.mutate());
  const accept = useMutation({
    mutationFn: async ({ assign, ...body }: AcceptItems & { assign?: boolean }) => {
      const accepted = await ask(acceptItems({ path, body }));
      // Accepted they are, whatever comes of the assigning; what was left over is said and waits in the list of tasks.
      const assigned: Assigned | null = assign ? await assignAtOnce(accepted.items) : null;
      return { ...accepted, assigned };
    },
    onSuccess: ({ items, tasks, problems, assigned }) => {
      put(items);
      const made = acceptedWords(items.length, tasks, problems);
      if (assigned?.failure) void message.warning(`${made}，${assignedWords(assigned)}`, 8);
      else if (assigned) toast.say(`${made}，${assignedWords(assigned)}`, `/tasks?reportId=${id}`);
      else toast.undoable(made, tasks > 0 ? `/tasks?reportId=${id}&status=drafted` : undefined);
    },
    onError: failed,
  });
  const own = useMutation({
    mutationFn: (body: OwnerOfItems) => ask(changeItems({ path, body })),
    onSuccess: ({ items }) => {
      put(items);
      toast.undoable(t`已为 ${items.length} 条事项指定责任`);
    },
    onError: failed,
  });
  const reject = useMutation({
    mutationFn: (body: { itemIds: string[]; reason: string }) => ask(rejectItems({ path, body })),
    onSuccess: ({ items }) => {
      put(items);
      toast.undoable(t`已驳回 ${items.length} 条`);
    },
    onError: failed,
  });
  const restore = useMutation({
    mutationFn: (itemIds: string[]) => ask(restoreItems({ path, body: { itemIds } })),
    onSuccess: ({ items }) => {
      put(items);
      toast.say(t`已撤销对 ${items.length} 条事项的决定`);
    },
    onError: failed,
  });
  const change = useMutation({
    mutationFn: ({ item, ...fields }: Omit<ChangeItem, 'version'> & { item: ReportItemView }) =>
      ask(changeItem({ path: { id: item.id }, body: { ...fields, version: item.version } })),
    onSuccess: (item) => {
      put([item]);
      toast.undoable(t`已修改`);
    },
    onError: failed,
  });
  const split = useMutation({
    mutationFn: ({ item, at }: { item: ReportItemView; at: number[] }) =>
      ask(splitItem({ path: { id: item.id }, body: { at } })),
    onSuccess: ({ items, removedId }) => {
      put(items, [removedId]);
      toast.undoable(t`已拆分为 ${items.length} 条`);
    },
    onError: failed,
  });
  const merge = useMutation({
    mutationFn: (itemIds: string[]) => ask(mergeItems({ path, body: { itemIds } })),
    onSuccess: ({ item, removedIds }) => {
      put([item], removedIds);
      toast.undoable(t`已将 ${removedIds.length} 条合并为一条`);
    },
    onError: failed,
  });
  const mark = useMutation({
    mutationFn: (body: MarkItem) => ask(markItem({ path, body })),
    onSuccess: (item) => {
      put([item]);
      toast.undoable(t`已标记，请在右侧审核`);
    },
    onError: failed,
  });
  return { report, accept, own, reject, restore, undo, change, split, merge, mark };
}

export type Review = ReturnType<typeof useReview>;
