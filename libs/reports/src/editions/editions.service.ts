import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '#organisation/actor';
import { DomainError } from '#platform/domain-error';
import type { Deed } from '#platform/history';
import { ReportItem } from '../report-item.entity';
import { Report } from '../report.entity';
import { carryOver, type Former } from './carried-items';
import { compareReports, type Verdict } from './corrected-version';
import { formerItems } from './former-items';
import { ItemRevision } from './item-revision.entity';
import { reanchor } from './reanchor';

/** A unit has few reports of one period; older ones are not looked at. */
const MOST_COMPARED = 30;

/** Editions 稿 of one report: recognises a corrected version 更正稿, hands decisions on to it, and takes it back. */
@Injectable()
export class Editions {
  /**
   * Links a report just stored to the one it corrects, when it surely does, and leaves a doubtful case for a person. Imports for one unit
   * wait for each other here, so that two corrections at once become the second and the third edition. Gives what history has to say.
   */
  async recognise(tx: EntityManager, actor: Actor, report: Report): Promise<Deed[]> {
    if (!actor.covers('report.review', report.unitId)) return [];
    await tx.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [`editions ${report.unitId}`]);
    const likely = await this.likeliest(tx, report);
    if (likely?.verdict === 'corrected') return [await this.replace(tx, report, likely.id)];
    if (likely) await tx.update(Report, report.id, { maybeReplacesId: likely.id });
    return [];
  }

  /** Makes `report`, about which nothing was decided yet, the next edition of another one. Throws report.replaced. */
  async replace(tx: EntityManager, report: Report, formerId: string): Promise<Deed> {
    const former = await tx.findOneOrFail(Report, { where: { id: formerId }, lock: { mode: 'pessimistic_write' } });
    await refuseReplaced(tx, former.id);
    Object.assign(report, { edition: former.edition + 1, replacesId: former.id, maybeReplacesId: null });
    await tx.save(Report, report);

    const read = await tx.find(ReportItem, {
      where: { reportId: report.id },
      order: { startOffset: 'ASC', id: 'ASC' },
    });
    const found = reanchor<Former, { item: ReportItem; kind: string; start: number; end: number }>(
      { text: former.text, items: await formerItems(tx, former) },
      {
        text: report.text,
        items: read.map((item) => ({ item, kind: item.kind, start: item.startOffset, end: item.endOffset })),
      },
    );
    const { items, revisions } = carryOver(report, found.filter(worthTelling));
    await tx.delete(ReportItem, { reportId: report.id });
    for (let from = 0; from < items.length; from += 500) await tx.insert(ReportItem, items.slice(from, from + 500));
    const rows = revisions.map((revision) => ({ ...revision, reportId: report.id }));
    for (let from = 0; from < rows.length; from += 500) await tx.insert(ItemRevision, rows.slice(from, from + 500));
    await moveAnchors(tx, report.id, 'former_item_id', 'item_id');
    const reason = `${former.title}（第 ${former.edition} 稿）`;
    return { subject: 'report', subjectId: report.id, action: 'replace', reason };
  }

  /** Gives what an edition took over back to the former one. Throws report.decided when something was decided in it. */
  async release(tx: EntityManager, report: Report): Promise<void> {
    const [{ decided }] = await tx.query<{ decided: boolean }[]>(
      `SELECT EXISTS (SELECT 1 FROM item_revision WHERE report_id = $1 AND decision IN ('applied', 'kept'))
         OR EXISTS (SELECT 1 FROM report_item i LEFT JOIN item_revision v ON v.item_id = i.id AND v.report_id = $1
           LEFT JOIN report_item f ON f.id = v.former_item_id
           WHERE i.report_id = $1 AND i.status <> coalesce(f.status, 'proposed')) AS decided`,
      [report.id],
    );
    if (decided) {
      const message = '这一稿中已有新的审核决定，不能撤回。请先在审核台撤销这一稿中作出的决定。';
      throw new DomainError('conflict', 'report.decided', message);
    }
    await moveAnchors(tx, report.id, 'item_id', 'former_item_id');
  }

  private async likeliest(tx: EntityManager, report: Report): Promise<{ id: string; verdict: Verdict } | null> {
    const candidates = await tx
      .createQueryBuilder(Report, 'r')
      .where('r.unit_id = :unitId AND r.document_id <> :documentId', report)
      .andWhere('(r.plan_year = :planYear OR r.period_start = :periodStart)', report)
      .andWhere('NOT EXISTS (SELECT 1 FROM report s WHERE s.replaces_id = r.id)')
      .orderBy('r.imported_at', 'DESC')
      .addOrderBy('r.id')
      .limit(MOST_COMPARED)
      .getMany();
    const compared = candidates
      .map((candidate) => ({ id: candidate.id, ...compareReports(described(candidate), described(report)) }))
      .filter(({ verdict }) => verdict !== 'other')
      .sort((a, b) => Number(b.verdict === 'corrected') - Number(a.verdict === 'corrected') || b.overlap - a.overlap);
    return compared[0] ?? null;
  }
}

/** Throws report.replaced when there is a later edition: only the latest one is worked on. */
export async function refuseReplaced(tx: EntityManager, id: string): Promise<void> {
  const later = await tx.findOneBy(Report, { replacesId: id });
  if (!later) return;
  const message = `这份报告已有第 ${later.edition} 稿，本稿只供查阅。请到第 ${later.edition} 稿中操作。`;
  throw new DomainError('conflict', 'report.replaced', message);
}

const described = ({ title, periodStart, periodEnd, planYear, text }: Report) => ({
  title,
  period: periodStart === null || periodEnd === null ? null : { start: periodStart, end: periodEnd },
  planYear,
  text,
});

/** What was left out in an edition before, and is still left out, was told then, unless nobody has decided about it yet. */
const worthTelling = ({ change, former }: { change: string; former: Former | null }) =>
  change !== 'gone' || former?.place != null || former?.waiting != null;

/** Points the anchors of one side's items at the items of the other. */
async function moveAnchors(tx: EntityManager, reportId: string, from: string, to: string): Promise<void> {
  await tx.query(
    `UPDATE anchor n SET report_id = i.report_id, item_id = i.id, section_key = i.section_key,
       section_path = i.section_path || i.group_path, quote = i.text, start_offset = i.start_offset, end_offset = i.end_offset
     FROM item_revision v JOIN report_item i ON i.id = v.${to}
     WHERE v.report_id = $1 AND n.item_id = v.${from}`,
    [reportId],
  );
}
