import { useQuery } from '@tanstack/react-query';
import { ask } from '../../api/client';
import { getProblemChoices } from '../../api/generated';

/** Categories, kinds of responsibility and leaders to choose from. */
export const useProblemChoices = () =>
  useQuery({ queryKey: ['problems', 'choices'], queryFn: () => ask(getProblemChoices()), staleTime: 60_000 });
