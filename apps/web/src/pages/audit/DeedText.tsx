import { Empty } from 'antd';
import { Link } from 'react-router';
import type { DeedView } from '../../api/generated';
import { ChangeLines } from '../../components/ChangeLines';
import { DEEDS, ITEM_DEEDS, SUBJECTS } from '../../words';
import { t } from '../../language/t';

/** Where a subject has a page of its own. */
const PAGES: Partial<Record<DeedView['subject'], string>> = {
  task: 'tasks',
  problem: 'problems',
  report: 'reports',
  'inspection-round': 'problems/inspections',
  'inspection-check': 'problems/inspections/checks',
};

export const instant = (at: string) =>
  new Date(at).toLocaleString('zh-CN', { dateStyle: 'short', timeStyle: 'medium' });

export const deedWord = ({ subject, action }: DeedView): string =>
  (subject === 'report-item' && ITEM_DEEDS[action]) || (DEEDS[action] ?? action);

/** What a deed was done to; a link where there is something to look at. */
export function DeedSubject({ deed }: { deed: DeedView }) {
  const { subject, subjectId, subjectName, reason } = deed;
  const page = PAGES[subject];
  // What is gone has no name any more, but mostly its deed says it.
  const name = subjectName ?? (subject === 'history' ? '' : (reason ?? t`已不存在`));
  return (
    <>
      <span className="quiet small">{SUBJECTS[subject]}</span>{' '}
      {page && subjectName ? <Link to={`/${page}/${subjectId}`}>{name}</Link> : name}
    </>
  );
}

/** Why, and what changed. */
export function DeedText({ deed }: { deed: DeedView }) {
  const { reason, subjectName, changes } = deed;
  return (
    <>
      {reason && reason !== subjectName && <div className="small">{reason}</div>}
      <ChangeLines changes={changes} />
    </>
  );
}

/** The same for a phone. */
export function DeedLines({ deeds, empty }: { deeds: DeedView[]; empty: string }) {
  if (deeds.length === 0) return <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={empty} />;
  return (
    <div style={{ background: 'var(--surface)', padding: '0 12px', borderRadius: 6 }}>
      {deeds.map((deed) => (
        <div key={deed.id} style={{ padding: '10px 0', borderBottom: '1px solid var(--line)' }}>
          <div>
            <b>{deedWord(deed)}</b> <DeedSubject deed={deed} />
          </div>
          <DeedText deed={deed} />
          <div className="quiet small">
            {deed.by} · {instant(deed.at)}
            {deed.unitName && ` · ${deed.unitName}`}
          </div>
        </div>
      ))}
    </div>
  );
}
