import { Button, Progress, Tag } from 'antd';
import { useState } from 'react';
import type { SupportView, TaskDetail } from '../../../api/generated';
import { LightTag } from '../../../components/LightTag';
import { at } from '../../../components/time';
import { Person } from './Person';
import { ReportSupportModal, SupportPersonModal, WaiveSupportModal } from './support-modals';
import { t } from '../../../language/t';

const MODALS = { report: ReportSupportModal, person: SupportPersonModal, waive: WaiveSupportModal };

/** One supporting unit: what it has to do, how far it is, what it said last. */
export function SupportLine({ task, support }: { task: TaskDetail; support: SupportView }) {
  const [shown, setShown] = useState<keyof typeof MODALS | null>(null);
  const { unitName, external, contact, person, duty, percent, light, doneOn, waivedOn, reports } = support;
  const Shown = shown && MODALS[shown];
  const mayWaive = task.moves.includes('waive-support') && doneOn === null;
  return (
    <li>
      <div className="support-line">
        <b className="grow">
          {unitName} {external && <Tag>{t`外部单位`}</Tag>}
        </b>
        {waivedOn ? <Tag>{t`已免除`}</Tag> : <LightTag light={light} status={doneOn ? 'closed' : undefined} />}
        <Progress percent={percent} size="small" status="normal" aria-label={t`${unitName}的配合进度`} />
      </div>
      <div className="support-facts">
        {duty && (
          <span>
            {t`配合内容：`}
            {duty}
          </span>
        )}
        <span className="quiet">
          {t`经办：`}
          {person ? <Person of={person} /> : external ? (contact ?? t`无联系方式`) : t`单位联络员`}
        </span>
        {doneOn && (
          <span className="quiet">
            {doneOn} {t`完成`}
          </span>
        )}
      </div>
      {reports.length === 0 ? <div className="quiet small">{t`还没有报送`}</div> : <Reports reports={reports} />}
      <div className="support-acts no-print">
        {support.mayReport && (
          <Button
            size="small"
            type="primary"
            onClick={() => setShown('report')}
            aria-label={`${external ? t`代为填报` : t`报送进展`}：${unitName}`}
          >
            {external ? t`代为填报` : t`报送进展`}
          </Button>
        )}
        {support.mayHandOver && (
          <Button size="small" onClick={() => setShown('person')} aria-label={t`指定经办人：${unitName}`}>
            {t`指定经办人`}
          </Button>
        )}
        {mayWaive && (
          <Button
            size="small"
            onClick={() => setShown('waive')}
            aria-label={`${waivedOn ? t`恢复配合` : t`免除`}：${unitName}`}
          >
            {waivedOn ? t`恢复配合` : t`免除`}
          </Button>
        )}
      </div>
      {Shown && <Shown task={task} support={support} onClose={() => setShown(null)} />}
    </li>
  );
}

function Reports({ reports: [latest, ...earlier] }: Pick<SupportView, 'reports'>) {
  const line = ({ id, at: instant, by, percent, narrative }: SupportView['reports'][number]) => (
    <div key={id} className="narrative">
      <span className="quiet small">
        {at(instant)} · {by} · {percent}%
      </span>{' '}
      {narrative}
    </div>
  );
  return (
    <>
      {line(latest)}
      {earlier.length > 0 && (
        <details>
          <summary className="quiet small">
            {t`此前`} {earlier.length} {t`次报送`}
          </summary>
          {earlier.map(line)}
        </details>
      )}
    </>
  );
}
