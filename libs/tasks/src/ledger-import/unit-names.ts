export interface KnownUnit {
  id: string;
  name: string;
  shortName: string | null;
  aliases: string[];
}

const plain = (name: string) => name.replace(/[\s\u3000（）()“”"'、，。]/g, '');
const withoutRemark = (name: string) => name.replace(/[（(][^（()）]*[）)]/g, '');
/** What most units have in common says nothing about which one is meant. */
const core = (name: string) =>
  plain(name)
    .replace(/(?<=.)[局委办厅处]$/, '')
    .replace(/^[省市县区旗州](?=.)/, '');
const LEAST_LIKE = 0.4;
const MOST_SUGGESTED = 3;

/** Units by the names that a ledger writes: name, short name or alias exactly. What only resembles one is suggested, never taken. */
export class UnitNames {
  private readonly byName = new Map<string, Set<string>>();

  constructor(private readonly units: readonly KnownUnit[]) {
    for (const unit of units) {
      for (const name of namesOf(unit).map(plain)) {
        this.byName.set(name, (this.byName.get(name) ?? new Set()).add(unit.id));
      }
    }
  }

  /** Null for a name that is not known, or that several units have. */
  find(written: string): string | null {
    const ids = this.byName.get(plain(written)) ?? this.byName.get(plain(withoutRemark(written)));
    return ids?.size === 1 ? [...ids][0] : null;
  }

  /** The units whose names share most characters with this one, the most alike first. */
  nearest(written: string): { id: string; name: string }[] {
    return this.units
      .map((unit) => ({ unit, like: Math.max(...namesOf(unit).map((name) => likeness(core(written), core(name)))) }))
      .filter(({ like }) => like >= LEAST_LIKE)
      .sort((one, other) => other.like - one.like)
      .slice(0, MOST_SUGGESTED)
      .map(({ unit: { id, name } }) => ({ id, name }));
  }
}

const namesOf = ({ name, shortName, aliases }: KnownUnit) => [name, shortName ?? '', ...aliases].filter(Boolean);

/** The share of characters two names have in common, 0 to 1: abbreviations keep the characters of the full name. */
function likeness(one: string, other: string): number {
  const left = [...other];
  let shared = 0;
  for (const character of one) {
    const at = left.indexOf(character);
    if (at < 0) continue;
    left.splice(at, 1);
    shared++;
  }
  return (2 * shared) / (one.length + other.length);
}
