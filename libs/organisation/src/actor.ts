import { PERMISSIONS, type Permission, type Role } from './role';

/** A role held in a unit, with the unit's whole sub-tree. */
export interface Grant {
  role: Role;
  unitId: string;
  unitName: string;
  /** Whether that is the top unit, so that the role holds everywhere. */
  everywhere: boolean;
  /** The unit itself and all units below it. */
  subtree: readonly string[];
}

/** An absent person for whom another acts today 代理. */
export interface Represented {
  id: string;
  name: string;
}

/** The person who acts, and over which units. Everything a person may see or do is asked here. */
export class Actor {
  private readonly scopes = new Map<Permission, Set<string>>();

  constructor(
    readonly personId: string,
    readonly name: string,
    readonly mustChangePassword: boolean,
    readonly grants: readonly Grant[],
    readonly represents: readonly Represented[] = [],
  ) {}

  /** Himself and whom he acts for: what is theirs is his to do. */
  get selves(): string[] {
    return [this.personId, ...this.represents.map(({ id }) => id)];
  }

  /** For whom he does what belongs to `personId`; undefined when it is neither his own nor anybody's he acts for. */
  actsAs(personId: string | null): 'himself' | Represented | undefined {
    if (personId === this.personId) return 'himself';
    return this.represents.find(({ id }) => id === personId);
  }

  may(permission: Permission): boolean {
    return this.scope(permission).size > 0;
  }

  /** Ids of all units in which `permission` holds. */
  unitsFor(permission: Permission): string[] {
    return [...this.scope(permission)];
  }

  /** The unit in which `permission` was given, the one that reaches furthest; undefined when it is held nowhere. */
  homeFor(permission: Permission): string | undefined {
    return this.giving(permission).toSorted((a, b) => b.subtree.length - a.subtree.length)[0]?.unitId;
  }

  /** Whether `permission` holds in every unit that there is. */
  everywhere(permission: Permission): boolean {
    return this.giving(permission).some(({ everywhere }) => everywhere);
  }

  covers(permission: Permission, unitId: string): boolean {
    return this.scope(permission).has(unitId);
  }

  /** All permissions held anywhere, for the web to know what to offer. */
  get permissions(): Permission[] {
    return (Object.keys(PERMISSIONS) as Permission[]).filter((permission) => this.may(permission));
  }

  private scope(permission: Permission): Set<string> {
    const known = this.scopes.get(permission);
    if (known) return known;
    const units = new Set(this.giving(permission).flatMap(({ subtree }) => subtree));
    this.scopes.set(permission, units);
    return units;
  }

  private giving(permission: Permission): Grant[] {
    const roles: readonly Role[] = PERMISSIONS[permission];
    return this.grants.filter(({ role }) => roles.includes(role));
  }
}
