import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';
import { ask } from '../../api/client';
import { dismissSetUp, getSetUpProgress } from '../../api/generated';
import { useMe } from '../../session/session';
import { t } from '../../language/t';

const PROGRESS = ['set-up', 'progress'];

/** How far 初始设置 is; nothing is asked for those who do not administer the organisation. */
export function useSetUp() {
  const { administersAll } = useMe();
  return useQuery({
    queryKey: PROGRESS,
    queryFn: () => ask(getSetUpProgress()),
    enabled: administersAll,
    // Steps are also done in other windows, and elsewhere in the application.
    staleTime: 0,
  });
}

/** Reads anew how far it is. */
export function useSetUpRenewal(): () => void {
  const queries = useQueryClient();
  return () => void queries.invalidateQueries({ queryKey: ['set-up'] });
}

/** Puts 初始设置 aside, or takes it up again. */
export function useDismissal() {
  const queries = useQueryClient();
  const { message } = App.useApp();
  return useMutation({
    mutationFn: (dismissed: boolean) => ask(dismissSetUp({ body: { dismissed } })),
    onSuccess: (progress) => {
      queries.setQueryData(PROGRESS, progress);
      void message.success(
        progress.dismissed ? t`已收起，需要时可从右上角菜单的“初始设置”打开` : t`首页将重新显示初始设置`,
      );
    },
    onError: (error) => message.error(error.message),
  });
}
