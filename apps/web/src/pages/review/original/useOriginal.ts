import { useQuery } from '@tanstack/react-query';
import { refusal } from '../../../api/client';

/** The bytes of the file as it came in; they are kept while the desk is open. */
export function useOriginal(documentId: string) {
  return useQuery({
    queryKey: ['original', documentId],
    staleTime: Infinity,
    gcTime: 60_000,
    queryFn: async () => {
      const answer = await fetch(`/api/v1/documents/${documentId}/original`).catch(() => undefined);
      if (!answer?.ok)
        throw refusal(answer?.status ?? 0, ((await answer?.json().catch(() => undefined)) ?? {}) as object);
      return answer.arrayBuffer();
    },
  });
}
