import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { Actor } from '#organisation/actor';
import { Clock } from '#platform/clock';
import { DomainError } from '#platform/domain-error';
import { record } from '#platform/history';
import type { Change } from '#platform/history.entity';
import { changedSince } from '#platform/history-since';
import { ComposingService } from './composing.service';
import { edited, ordered, type SentenceChange } from './composing/edits';
import { snapshotHash } from './issuing/snapshot';
import { summaryDetail } from './summary-detail';
import { readSummary, refuseIssued, refuseWriter } from './summary-sight';
import type {
  AddSentence,
  ChangeSummary,
  EditSentence,
  IssueSummary,
  OrderSentences,
  SeenSummary,
} from './summary.dto';
import { Summary } from './summary.entity';
import type { SummaryDetail } from './summary.view';

/** What a command does to a loaded summary, with what the history says of it. */
type Does = (tx: EntityManager, summary: Summary) => Promise<Change[]> | Change[];

const change = (field: string, from: string | null, to: string | null): Change[] =>
  from === to ? [] : [{ field, from, to }];

/** The writer's commands on a draft, and its issue. */
@Injectable()
export class WritingService {
  constructor(
    private readonly db: DataSource,
    private readonly composing: ComposingService,
    private readonly clock: Clock,
  ) {}

  /** Figures and sentences as the data are now; the writer's edits stay. */
  refresh(actor: Actor, id: string, seen: SeenSummary): Promise<SummaryDetail> {
    return this.composing.transaction((tx) =>
      this.make(tx, actor, id, seen, 'refresh', async (_, summary) => {
        const from = summary.composition.covered.asOf;
        await this.recompose(tx, summary);
        return change('asOf', from, summary.composition.covered.asOf);
      }),
    );
  }

  change(actor: Actor, id: string, ask: ChangeSummary): Promise<SummaryDetail> {
    return this.command(actor, id, ask, 'change', (_, summary) => {
      const { title, recipients } = summary;
      if (ask.title !== undefined) summary.title = ask.title;
      if (ask.recipients !== undefined) summary.recipients = ask.recipients.trim() || null;
      return [...change('title', title, summary.title), ...change('recipients', recipients, summary.recipients)];
    });
  }

  /** Throws summary.sentence. */
  editSentence(actor: Actor, id: string, ask: EditSentence): Promise<SummaryDetail> {
    return this.edit(actor, id, ask, (summary) => edited(summary.composition, summary.edits, ask));
  }

  addSentence(actor: Actor, id: string, ask: AddSentence): Promise<SummaryDetail> {
    const own = { key: `own:${randomUUID()}`, section: ask.section, text: ask.text };
    return this.edit(actor, id, ask, ({ edits }) => ({
      edits: { ...edits, own: [...edits.own, own] },
      from: null,
      to: ask.text,
    }));
  }

  /** Throws summary.order when the keys are not those of the section. */
  orderSentences(actor: Actor, id: string, ask: OrderSentences): Promise<SummaryDetail> {
    return this.edit(actor, id, ask, (summary) => ordered(summary.composition, summary.edits, ask));
  }

  /**
   * Freezes what the writer has seen. Composed anew first: when the data are not those of the draft any more nothing is
   * signed unseen. Throws summary.moved, day.future.
   */
  issue(actor: Actor, id: string, ask: IssueSummary): Promise<SummaryDetail> {
    const today = this.clock.today();
    if (ask.issuedOn > today) throw new DomainError('invalid', 'day.future', '成文日期不能晚于今天。');
    return this.composing.transaction((tx) =>
      this.make(tx, actor, id, ask, 'issue', async (_, summary) => {
        const seen = summary.fingerprint;
        await this.recompose(tx, summary);
        if (summary.fingerprint !== seen) {
          const message = '草稿之后任务或问题有了变化，为避免签发没有看过的数字，请先更新数据，核对后再签发。';
          throw new DomainError('conflict', 'summary.moved', message);
        }
        const { number, issuedOn, signatory } = ask;
        Object.assign(summary, { number, issuedOn, signatory });
        const sha256 = await snapshotHash(tx, summary);
        const by = { issuedById: actor.personId, issuedAt: this.clock.now() };
        Object.assign(summary, { status: 'issued', sha256, ...by });
        return [
          ...change('status', 'draft', 'issued'),
          ...change('number', null, number),
          ...change('sha256', null, sha256),
        ];
      }),
    );
  }

  private async recompose(tx: EntityManager, summary: Summary): Promise<void> {
    const { label } = summary.composition.covered;
    Object.assign(summary, await this.composing.compose(tx, { ...summary, label }));
  }

  private edit(
    actor: Actor,
    id: string,
    seen: SeenSummary,
    does: (summary: Summary) => SentenceChange,
  ): Promise<SummaryDetail> {
    return this.command(actor, id, seen, 'edit-sentence', (_, summary) => {
      const { edits, from, to } = does(summary);
      summary.edits = edits;
      return change('text', from, to);
    });
  }

  private command(actor: Actor, id: string, seen: SeenSummary, action: string, does: Does): Promise<SummaryDetail> {
    return this.db.transaction((tx) => this.make(tx, actor, id, seen, action, does));
  }

  /** Throws summary.unknown, summary.forbidden, summary.changed, summary.issued. */
  private async make(
    tx: EntityManager,
    actor: Actor,
    id: string,
    { version }: SeenSummary,
    action: string,
    does: Does,
  ): Promise<SummaryDetail> {
    await tx.query('SELECT 1 FROM summary WHERE id = $1 FOR UPDATE', [id]);
    const summary = await readSummary(tx, actor, id);
    refuseWriter(actor, summary.unitId);
    if (summary.version !== version) throw await changedSince(tx, 'summary', '这份进展报告', id, version);
    refuseIssued(summary);
    const changes = await does(tx, summary);
    await tx.save(summary);
    await record(tx, actor, {
      ...{ subject: 'summary' as const, subjectId: id, action, changes, reason: summary.title },
      ...{ version: summary.version, unitId: summary.unitId },
    });
    return summaryDetail(tx, actor, summary);
  }
}
