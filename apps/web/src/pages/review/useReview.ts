import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';
import { useRef } from 'react';
import { ApiError, ask } from '../../api/client';
import {
  acceptItems,
  changeItem,
  getReport,
  markItem,
  mergeItems,
  rejectItems,
  restoreItems,
  splitItem,
  type AcceptItems,
  type ChangeItem,
  type MarkItem,
  type ReportDetail,
  type ReportItemView,
} from '../../api/generated';

const inOrder = (items: ReportItemView[]) => items.sort((a, b) => a.start - b.start || b.end - a.end);

/** The report on the desk and everything that can be done with its items. Decisions can be undone one after the other. */
export function useReview(id: string) {
  const queries = useQueryClient();
  const { message } = App.useApp();
  const key = ['report', id];
  const path = { id };
  const report = useQuery({ queryKey: key, queryFn: () => ask(getReport({ path })) });
  const decided = useRef<string[][]>([]);

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
    if (error instanceof ApiError && (error.status === 409 || error.status === 404))
      void queries.invalidateQueries({ queryKey: key });
  };

  const accept = useMutation({
    mutationFn: (body: AcceptItems) => ask(acceptItems({ path, body })),
    onSuccess: ({ items, tasks, problems }) => {
      decided.current.push(items.map((item) => item.id));
      put(items);
      const made = [tasks > 0 && `${tasks} 项任务`, problems > 0 && `${problems} 个问题`].filter(Boolean).join('、');
      void message.success(made ? `已接受，生成${made}。按 u 可撤销` : '已接受。按 u 可撤销');
    },
    onError: failed,
  });
  const reject = useMutation({
    mutationFn: (body: { itemIds: string[]; reason: string }) => ask(rejectItems({ path, body })),
    onSuccess: ({ items }) => {
      decided.current.push(items.map((item) => item.id));
      put(items);
      void message.success(`已驳回 ${items.length} 条。按 u 可撤销`);
    },
    onError: failed,
  });
  const restore = useMutation({
    mutationFn: (itemIds: string[]) => ask(restoreItems({ path, body: { itemIds } })),
    onSuccess: ({ items }) => {
      put(items);
      void message.success(`已撤销对 ${items.length} 条事项的决定`);
    },
    onError: failed,
  });
  const undo = () => {
    const last = decided.current.pop();
    if (last) restore.mutate(last);
    else void message.info('没有可撤销的操作');
  };
  const change = useMutation({
    mutationFn: ({ item, ...fields }: Omit<ChangeItem, 'version'> & { item: ReportItemView }) =>
      ask(changeItem({ path: { id: item.id }, body: { ...fields, version: item.version } })),
    onSuccess: (item) => put([item]),
    onError: failed,
  });
  const split = useMutation({
    mutationFn: ({ item, at }: { item: ReportItemView; at: number[] }) =>
      ask(splitItem({ path: { id: item.id }, body: { at } })),
    onSuccess: ({ items, removedId }) => {
      put(items, [removedId]);
      void message.success(`已拆分为 ${items.length} 条`);
    },
    onError: failed,
  });
  const merge = useMutation({
    mutationFn: (itemIds: string[]) => ask(mergeItems({ path, body: { itemIds } })),
    onSuccess: ({ item, removedIds }) => {
      put([item], removedIds);
      void message.success('已合并为一条');
    },
    onError: failed,
  });
  const mark = useMutation({
    mutationFn: (body: MarkItem) => ask(markItem({ path, body })),
    onSuccess: (item) => {
      put([item]);
      void message.success('已标记，请在右侧审核');
    },
    onError: failed,
  });
  return { report, accept, reject, restore, undo, change, split, merge, mark };
}

export type Review = ReturnType<typeof useReview>;
