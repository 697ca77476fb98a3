import { lowestNameIn } from '#language/unit-names';
import type { Unit } from './unit.entity';

type Named = Pick<Unit, 'id' | 'name' | 'shortName' | 'aliases'>;

const plain = (name: string) => name.replace(/[\s（）()“”"'、，。]/g, '');

/**
 * Recognises a unit by a name as texts write it: its name, short name or an alias exactly; else the
 * lowest unit named in it (云川市青岚区教育局 is 区教育局, though 云川市青岚区 is known too). A name that fits two units equally well fits none.
 */
export function unitFinder(units: readonly Named[]): (name: string) => string | null {
  const byName = new Map<string, Set<string>>();
  for (const unit of units) {
    for (const name of [unit.name, unit.shortName ?? '', ...unit.aliases].map(plain)) {
      if (name.length < 2) continue;
      byName.set(name, (byName.get(name) ?? new Set()).add(unit.id));
    }
  }
  const longestFirst = [...byName.keys()].sort((a, b) => b.length - a.length);
  return (written) => {
    const name = plain(written);
    const found = byName.has(name) ? name : lowestNameIn(name, longestFirst);
    const ids = found === undefined ? undefined : byName.get(found);
    return ids?.size === 1 ? [...ids][0] : null;
  };
}
