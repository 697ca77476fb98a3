import type { Actor } from '#organisation/actor';
import type { NamedPerson, PeopleDirectory } from '#organisation/people-directory';
import type { UnitDirectory } from '#organisation/unit-directory';
import type { LedgerSettings } from './ledger.dto';
import type { LedgerDirectory, Named } from './row-plan';
import { UnitNames, type KnownUnit } from './unit-names';

/** The units that the actor assigns tasks to and their people, as one ledger names them. */
export class ActorsDirectory implements LedgerDirectory {
  readonly names: UnitNames;
  private readonly units: Map<string, KnownUnit & { parentId: string | null }>;
  private readonly said: Map<string, string | null>;
  private readonly chosen: Map<string, string>;
  private readonly people = new Map<string, NamedPerson[]>();

  constructor(
    all: readonly (KnownUnit & { parentId: string | null })[],
    own: ReadonlySet<string>,
    people: readonly NamedPerson[],
    settings: Pick<LedgerSettings, 'units' | 'people'>,
  ) {
    this.units = new Map(all.map((unit) => [unit.id, unit]));
    this.names = new UnitNames(all.filter(({ id }) => own.has(id)));
    // Whatever was said, nobody reaches beyond his own units.
    const within = settings.units.filter(({ unitId }) => unitId === null || own.has(unitId));
    this.said = new Map(within.map(({ name, unitId }) => [name, unitId]));
    this.chosen = new Map(settings.people.map(({ unitId, name, personId }) => [`${unitId} ${name}`, personId]));
    for (const person of people) this.people.set(person.name, [...(this.people.get(person.name) ?? []), person]);
  }

  static async load(
    actor: Actor,
    directories: { units: UnitDirectory; people: PeopleDirectory },
    names: readonly string[],
    settings: Pick<LedgerSettings, 'units' | 'people'>,
  ): Promise<ActorsDirectory> {
    const all = await directories.units.all();
    const people =
      names.length === 0
        ? []
        : await directories.people.named(
            names,
            all.map(({ id }) => id),
          );
    return new ActorsDirectory(all, new Set(actor.unitsFor('task.assign')), people, settings);
  }

  unit(name: string): Named | null | undefined {
    const said = this.said.get(name);
    if (said === null) return null;
    const id = said ?? this.names.find(name);
    return id === null ? undefined : { id, name: this.units.get(id)?.name ?? name };
  }

  members(unitId: string, name: string): Named[] {
    return this.choice(unitId, name, (person) => person.unitId === unitId);
  }

  leaders(unitId: string, name: string): Named[] {
    const above = new Set<string>();
    for (let at: string | null = unitId; at !== null; at = this.units.get(at)?.parentId ?? null) above.add(at);
    return this.choice(unitId, name, (person) => person.leads && above.has(person.unitId));
  }

  private choice(unitId: string, name: string, fits: (person: NamedPerson) => boolean): Named[] {
    const fitting = new Map((this.people.get(name) ?? []).filter(fits).map((person) => [person.id, person]));
    const chosen = fitting.get(this.chosen.get(`${unitId} ${name}`) ?? '');
    return (chosen ? [chosen] : [...fitting.values()]).map(({ id, title }) => ({
      ...{ id, name: chosen || title === null ? name : `${name}（${title}）` },
    }));
  }
}
