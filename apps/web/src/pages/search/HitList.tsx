import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { ask } from '../../api/client';
import { searchAll, type SearchGroup, type SearchHit } from '../../api/generated';
import { LightTag } from '../../components/LightTag';
import { Marked } from '../../components/Marked';
import { More } from '../../components/pages';
import { StatusTag } from '../../components/StatusTag';
import { ProblemStatusTag } from '../problems/ProblemTags';
import { t } from '../../language/t';

type Kind = SearchGroup['kind'];

/** Where a hit leads: for a report to the words in its text. */
const ADDRESS: Record<Kind, (hit: SearchHit) => string> = {
  task: ({ id }) => `/tasks/${id}`,
  problem: ({ id }) => `/problems/${id}`,
  report: ({ id, place }) => `/reports/${id}?at=${place?.start}&to=${place?.end}`,
};

/** Arrow keys go from hit to hit. */
export function stepHits(by: 1 | -1): void {
  const links = [...document.querySelectorAll<HTMLElement>('.hits a')];
  const at = links.indexOf(document.activeElement as HTMLElement);
  links[at < 0 && by < 0 ? 0 : at + by]?.focus();
}

/** Hits of one kind, the best first. */
export function HitList({ q, group }: { q: string; group: SearchGroup }) {
  const { kind } = group;
  const { data, ...more } = useInfiniteQuery({
    queryKey: ['search', q, kind, group.nextCursor],
    queryFn: async ({ pageParam }) => {
      const { groups } = await ask(searchAll({ query: { q, kind, cursor: pageParam ?? undefined } }));
      return groups[0];
    },
    initialPageParam: group.nextCursor,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
    enabled: false,
  });
  const pages = [group, ...(data?.pages ?? [])];
  const rows = pages.flatMap((page) => page.rows);
  return (
    <>
      <ul className="hits">
        {rows.map((hit) => (
          <Hit key={`${hit.id} ${hit.place?.start}`} hit={hit} kind={kind} />
        ))}
      </ul>
      <More list={{ ...more, hasNextPage: pages.at(-1)?.nextCursor !== null }} />
    </>
  );
}

function Hit({ hit, kind }: { hit: SearchHit; kind: Kind }) {
  const { code, title, excerpt, unitName, taskStatus, light, dueOn, problemStatus, sectionPath } = hit;
  return (
    <li className="hit">
      <div className="hit-head">
        <Link className="hit-title" to={ADDRESS[kind](hit)}>
          <Marked value={title} />
        </Link>
        {taskStatus && light && <LightTag light={light} status={taskStatus} />}
        {taskStatus && <StatusTag status={taskStatus} />}
        {problemStatus && <ProblemStatusTag status={problemStatus} />}
      </div>
      {excerpt.text && (
        <div className="hit-text">
          <Marked value={excerpt} />
        </div>
      )}
      <div className="hit-facts">
        {code && (
          <span>
            <Marked value={code} />
          </span>
        )}
        <span>{unitName}</span>
        {dueOn && (
          <span>
            {dueOn} {t`前`}
          </span>
        )}
        {sectionPath.length > 0 && <span>{sectionPath.join(' › ')}</span>}
      </div>
    </li>
  );
}
