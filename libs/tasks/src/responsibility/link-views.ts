import type { EntityManager } from 'typeorm';
import { ExternalLink } from './external-link.entity';
import type { LinkView } from './responsibility.view';

/** The links handed out for a task, newest first. */
export async function linkViews(db: EntityManager, now: Date, taskId: string): Promise<LinkView[]> {
  const links = await db.find(ExternalLink, {
    where: { taskId },
    relations: { createdBy: true, task: { leadUnit: true }, supportingUnit: { unit: true } },
    order: { createdAt: 'DESC' },
  });
  return links.map((link) => linkView(link, now));
}

export function linkView(link: ExternalLink, now: Date): LinkView {
  const { id, supportingUnit, task, supportingUnitId, createdBy, createdAt, expiresAt, revokedAt, lastUsedAt, uses } =
    link;
  return {
    ...{ id, uses, supportId: supportingUnitId, createdBy: createdBy?.name ?? '' },
    unitName: (supportingUnit?.unit ?? task?.leadUnit)?.name ?? '',
    createdAt: createdAt.toISOString(),
    expiresAt: expiresAt.toISOString(),
    revokedAt: revokedAt?.toISOString() ?? null,
    lastUsedAt: lastUsedAt?.toISOString() ?? null,
    valid: revokedAt === null && expiresAt > now,
  };
}
