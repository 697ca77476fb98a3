import { useQuery } from '@tanstack/react-query';
import { ask } from '../api/client';
import { listAssignable, listUnits, type AssignablePerson, type UnitView } from '../api/generated';

export interface UnitNode {
  value: string;
  title: string;
  /** Everything the unit may be searched by. */
  words: string;
  children: UnitNode[];
}

/** The units one may see, in the order of the tree. */
export function useUnits() {
  return useQuery({ queryKey: ['units'], queryFn: () => ask(listUnits()), staleTime: 60_000 });
}

export function unitTree(units: readonly UnitView[]): UnitNode[] {
  const nodes = new Map<string, UnitNode>(
    units.map(({ id, name, shortName, aliases }) => [
      id,
      { value: id, title: name, words: [name, shortName ?? '', ...aliases].join(' '), children: [] },
    ]),
  );
  const roots: UnitNode[] = [];
  for (const { id, parentId } of units) {
    const node = nodes.get(id) as UnitNode;
    (nodes.get(parentId ?? '')?.children ?? roots).push(node);
  }
  return roots;
}

export const personLabel = ({ name, title }: AssignablePerson) => (title ? `${name}（${title}）` : name);

/** Who may be made responsible for tasks of a unit. */
export function useAssignable(unitId: string | null | undefined) {
  return useQuery({
    queryKey: ['assignable', unitId],
    queryFn: () => ask(listAssignable({ query: { unitId: unitId as string } })),
    enabled: !!unitId,
    staleTime: 60_000,
  });
}
