import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { Actor } from '#organisation/actor';
import { withPresentScope } from '#organisation/actor-loader';
import { takeTurn } from '#organisation/administrators';
import { OrganisationImportService } from '#organisation/import/organisation-import.service';
import { oneTimePassword } from '#organisation/passwords';
import { Person } from '#organisation/person.entity';
import { ROLE_LABELS } from '#organisation/role';
import { Unit } from '#organisation/unit.entity';
import { DomainError } from '#platform/domain-error';
import { record } from '#platform/history';
import { DocumentsService } from '#reports/documents.service';
import { SourceDocument } from '#reports/source-document.entity';
import { hasExamples, readExamples, type ExampleFiles } from './examples';
import type { ExampleAccount, LoadedExamples, SetUp } from './set-up.view';

/** The district of the example organisation; the root unit takes its name. */
const EXAMPLE_ROOT = '青岚区';

/** The first steps in an empty installation. */
@Injectable()
export class SetUpService {
  constructor(
    private readonly db: DataSource,
    private readonly organisation: OrganisationImportService,
    private readonly documents: DocumentsService,
  ) {}

  async state(): Promise<SetUp> {
    return { canLoadExamples: hasExamples() && (await isUntouched(this.db.manager)) };
  }

  /** Throws set-up.not-empty as soon as there is anything of the organisation's own. */
  async loadExamples(actor: Actor): Promise<LoadedExamples> {
    const files = readExamples();
    if (!files)
      throw new DomainError('unknown', 'set-up.no-examples', '本安装没有附带示例文件，请直接导入自己的报告。');
    const password = oneTimePassword();
    const accounts = await this.db.transaction((tx) => this.loadOrganisation(tx, actor, files, password));
    const reports = await this.loadReports(actor, files);
    return { password, accounts, reports };
  }

  private async loadOrganisation(tx: EntityManager, actor: Actor, files: ExampleFiles, password: string) {
    // Two clicks at once: the second waits here, and then finds the first one's people.
    await takeTurn(tx);
    if (!(await isUntouched(tx))) {
      throw new DomainError('conflict', 'set-up.not-empty', '系统里已有单位、人员或报告，不能再载入示例。');
    }
    const [root] = await tx.find(Unit);
    await tx.update(Unit, root.id, { name: EXAMPLE_ROOT });
    const changes = [{ field: 'name', from: root.name, to: EXAMPLE_ROOT }];
    await record(tx, actor, { subject: 'unit', subjectId: root.id, action: 'change', changes, reason: '载入示例' });
    const { oneTimePasswords } = await this.organisation.applyIn(tx, actor, files.organisation, password);
    return accountsOf(
      tx,
      oneTimePasswords.map(({ login }) => login),
    );
  }

  private async loadReports(actor: Actor, files: ExampleFiles): Promise<number> {
    // The actor of the request does not know the new units yet.
    const now = await withPresentScope(this.db.manager, actor);
    if (!now.may('report.import')) return 0;
    let reports = 0;
    for (const file of files.reports) reports += (await this.documents.import(now, file)).reports.length;
    return reports;
  }
}

/** Nothing but the first administrator and his unit. */
async function isUntouched(db: EntityManager): Promise<boolean> {
  const [people, units, documents] = [await db.count(Person), await db.count(Unit), await db.count(SourceDocument)];
  return people === 1 && units === 1 && documents === 0;
}

async function accountsOf(tx: EntityManager, logins: string[]): Promise<ExampleAccount[]> {
  const people = await tx.find(Person, { relations: { roles: true, positions: { unit: true } } });
  return logins.flatMap((login) => {
    const person = people.find((one) => one.login === login);
    if (!person) return [];
    const roles = [...new Set((person.roles ?? []).map(({ role }) => ROLE_LABELS[role]))];
    return [{ name: person.name, login, roles, unitName: person.positions?.[0]?.unit?.name ?? '' }];
  });
}
