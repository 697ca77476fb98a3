import type { Unit } from './unit.entity';

type Named = Pick<Unit, 'id' | 'name' | 'shortName' | 'aliases'>;

const plain = (name: string) => name.replace(/[\s（）()“”"'、，。]/g, '');

/**
 * Recognises a unit by a name as texts write it: its name, short name or an alias exactly; else the longest such name
 * contained in it, and what is written behind that as its lower unit (云川市青岚区教育局 is 区教育局, though 云川市青岚区 is
 * known too). A name that fits two units equally well fits none.
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
    const found = byName.has(name) ? name : lowestContained(name, longestFirst);
    const ids = found === undefined ? undefined : byName.get(found);
    return ids?.size === 1 ? [...ids][0] : null;
  };
}

function lowestContained(text: string, longestFirst: readonly string[]): string | undefined {
  let found = longestFirst.find((name) => text.includes(name));
  let start = found === undefined ? -1 : text.indexOf(found);
  // Every step ends further right than the one before, so it comes to an end.
  while (found !== undefined) {
    const end: number = start + found.length;
    const lower = longestFirst
      .map((name) => ({ name, at: text.indexOf(name, start + 1) }))
      .find(({ name, at }) => at !== -1 && at <= end && at + name.length > end);
    if (!lower) break;
    ({ name: found, at: start } = lower);
  }
  return found;
}
