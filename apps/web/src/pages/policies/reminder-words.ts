import type { ReminderPointsView, SaidPointsView } from '../../api/generated';
import { t } from '../../language/t';

export type Rung = ReminderPointsView['ladder'][number]['rung'];
export type Request = ReminderPointsView['requests'][number];

/** In the order in which an overdue task is carried up. */
export const RUNGS: Record<Rung, string> = { 'unit-head': t`单位负责人`, leader: t`分管领导`, supervisors: t`督办员` };

/** When progress is asked for. */
export const REQUESTED: Record<Request, string> = {
  week: t`每周最后一个工作日`,
  month: t`每月25日前`,
  quarter: t`每季度末前10天`,
};

export const days = (n: number) => t`${n} 个工作日`;
export const every = (n: number) => (n === 1 ? t`每个工作日` : t`每 ${days(n)}`);

/** Of the periods set, the shortest counts. */
const shortest = (requests: readonly Request[]) =>
  (['week', 'month', 'quarter'] as const).find((one) => requests.includes(one));

/** What is reminded of and when, as a person would say it. */
export function rulesInWords(points: ReminderPointsView): string {
  const { before, onDay, overdueEvery, requests, acceptWithin, verifyWithin, ladder } = points;
  const request = shortest(requests);
  const waiting = [
    ...(acceptWithin > 0 ? [t`签收超过 ${days(acceptWithin)}提醒责任人`] : []),
    ...(verifyWithin > 0 ? [t`核实超过 ${days(verifyWithin)}提醒督办员`] : []),
  ];
  const parts = [
    before.length > 0 ? t`提前 ${before.join('、')} 个工作日提醒` : t`到期前不提醒`,
    onDay ? t`到期当天提醒` : t`到期当天不提醒`,
    overdueEvery > 0 ? t`逾期后${every(overdueEvery)}提醒一次` : t`逾期后不再提醒`,
    request ? t`${REQUESTED[request]}催报进展` : t`不催报进展`,
    ...waiting,
    ladder.length > 0
      ? t`逾期满 ${ladder.map(({ rung, after }) => t`${days(after)}报${RUNGS[rung]}`).join('、')}`
      : t`逾期不上报`,
  ];
  return `${parts.join('；')}。`;
}

/** What holds when `said` is said below `above`. */
export function inForce(said: SaidPointsView, above: ReminderPointsView): ReminderPointsView {
  return {
    before: said.before ?? above.before,
    onDay: said.onDay ?? above.onDay,
    overdueEvery: said.overdueEvery ?? above.overdueEvery,
    requests: said.requests ?? above.requests,
    acceptWithin: said.acceptWithin ?? above.acceptWithin,
    verifyWithin: said.verifyWithin ?? above.verifyWithin,
    ladder: said.ladder ?? above.ladder,
  };
}

/** The form's fields: an empty one is as further up; `none` is said outright. */
export interface PolicyFields {
  before?: number[];
  onDay?: boolean;
  overdueEvery?: number;
  request?: Request | 'none';
  acceptWithin?: number;
  verifyWithin?: number;
  carried?: 'own' | 'none';
  after?: Partial<Record<Rung, number | null>>;
}

/** Among the days before, stands for: none. */
export const NOT_BEFORE = 0;

export function fieldsOf(own: SaidPointsView): PolicyFields {
  const { before, requests, ladder } = own;
  return {
    before: before === null ? [] : before.length === 0 ? [NOT_BEFORE] : before,
    onDay: own.onDay ?? undefined,
    overdueEvery: own.overdueEvery ?? undefined,
    request: requests === null ? undefined : (shortest(requests) ?? 'none'),
    acceptWithin: own.acceptWithin ?? undefined,
    verifyWithin: own.verifyWithin ?? undefined,
    carried: ladder === null ? undefined : ladder.length === 0 ? 'none' : 'own',
    after: Object.fromEntries((ladder ?? []).map(({ rung, after }) => [rung, after])),
  };
}

export function saidIn({
  before = [],
  onDay,
  overdueEvery,
  request,
  acceptWithin,
  verifyWithin,
  carried,
  after = {},
}: PolicyFields): SaidPointsView {
  const rungs = (Object.keys(RUNGS) as Rung[]).flatMap((rung) => {
    const days = after[rung];
    return typeof days === 'number' ? [{ rung, after: days }] : [];
  });
  const own = carried === 'none' ? [] : rungs;
  return {
    before: before.length === 0 ? null : before.filter((n) => n !== NOT_BEFORE).toSorted((a, b) => b - a),
    onDay: onDay ?? null,
    overdueEvery: overdueEvery ?? null,
    requests: request === undefined ? null : request === 'none' ? [] : [request],
    acceptWithin: acceptWithin ?? null,
    verifyWithin: verifyWithin ?? null,
    ladder: carried === undefined ? null : own.toSorted((a, b) => a.after - b.after),
  };
}
