import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { DomainError } from '#platform/domain-error';
import type { Actor } from '../actor';
import { withPresentScope } from '../actor-loader';
import { keepAnAdministrator, takeTurn } from '../administrators';
import { refuseExternal } from '../external-units';
import type { OrganisationImport } from './organisation-import.view';
import { counts, planOrganisation, type OrganisationPlan } from './organisation-plan';
import { storePeople, storeUnits } from './organisation-store';
import { Responsibilities } from '../succession/responsibilities';
import { organisationTables } from './tables';
import { readWorkbook } from './workbook';

/** Units and people from an Excel or CSV file. */
@Injectable()
export class OrganisationImportService {
  constructor(
    private readonly db: DataSource,
    private readonly responsibilities: Responsibilities,
  ) {}

  /** What the file would change and everything that is wrong with it. Throws organisation.file-* and organisation.no-table. */
  async preview(actor: Actor, bytes: Buffer): Promise<OrganisationImport> {
    const tables = organisationTables(readWorkbook(bytes));
    return resultOf(await planOrganisation(this.db.manager, actor, tables));
  }

  /** Stores the whole file, or nothing: throws organisation.import-errors with every wrong cell. */
  apply(actor: Actor, bytes: Buffer): Promise<OrganisationImport> {
    return this.db.transaction((tx) => this.applyIn(tx, actor, bytes));
  }

  /** The same in a transaction that runs already; `password` is one first password for all new people. */
  async applyIn(tx: EntityManager, actor: Actor, bytes: Buffer, password?: string): Promise<OrganisationImport> {
    const tables = organisationTables(readWorkbook(bytes));
    await takeTurn(tx);
    // Units that another import has just added are in scope by now.
    const plan = await planOrganisation(tx, await withPresentScope(tx, actor), tables);
    if (plan.errors.length > 0) {
      const message = `表格中有 ${plan.errors.length} 处错误，没有导入任何内容。请按提示改正后重新导入。`;
      throw new DomainError('invalid', 'organisation.import-errors', message, plan.errors);
    }
    await storeUnits(tx, actor, plan.units);
    await refuseExternal(tx, unitIdsOf(plan));
    const { oneTimePasswords, taken } = await storePeople(tx, actor, plan.people, password);
    await this.responsibilities.follow(tx, actor, taken);
    await keepAnAdministrator(tx);
    return { ...resultOf(plan), oneTimePasswords };
  }
}

/** Of the units that get a unit below them, a role or a position. */
function unitIdsOf({ units, people }: OrganisationPlan): string[] {
  const parents = units.filter(({ fate }) => fate === 'created').map(({ parent }) => parent?.id);
  const places = people.flatMap(({ newRoles, newPositions }) => [...newRoles, ...newPositions]);
  return [...parents, ...places.map(({ unit }) => unit.id)].filter((id) => id != null);
}

function resultOf({ units, people, errors }: OrganisationPlan): OrganisationImport {
  return { units: counts(units), people: counts(people), oneTimePasswords: [], errors };
}
