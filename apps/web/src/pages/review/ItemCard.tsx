import { Button, Checkbox, Popover, Tag } from 'antd';
import { memo } from 'react';
import { Link } from 'react-router';
import type { ReportItemView } from '../../api/generated';
import { confidenceWord, CONFIDENT, DUE_BASIS, KINDS, UNIT_BASIS } from '../../words';
import { CHANGES } from '../editions/change-words';
import { KIND_SIGNS } from './Legend';
import { useNear } from './useNear';
import { t } from '../../language/t';

export type ItemAction = 'accept' | 'edit' | 'split' | 'reject' | 'restore';

/** A problem that the item answers. */
export interface Related {
  id: string;
  title: string;
  score: number;
}

interface Props {
  item: ReportItemView;
  related: Related[];
  current: boolean;
  chosen: boolean;
  mayReview: boolean;
  onPick: (id: string) => void;
  onChoose: (id: string, chosen: boolean) => void;
  onAct: (action: ItemAction, item: ReportItemView) => void;
}

/** Height of a card before it was ever drawn, in pixels. */
const TYPICAL = 96;

/** One item of the desk: what was read, from which words, and what can be done with it. */
export const ItemCard = memo(function ItemCard(props: Props) {
  const { item, related, current, chosen, mayReview, onPick, onChoose, onAct } = props;
  const { ref, near, height } = useNear<HTMLElement>('.desk-list');
  const open = item.status === 'proposed';
  const kind = KINDS[item.kind];
  return (
    <section
      ref={ref}
      // Out of sight only its title is there, so that five hundred move as easily as five.
      style={near ? undefined : { minHeight: height ?? TYPICAL }}
      className={`item${current ? ' current' : ''}${open ? '' : ' decided'}`}
      data-card={item.id}
      data-kind={item.kind}
      data-doubtful={open && item.confidence < CONFIDENT}
      // The keyboard's place moves from card to card, so that readers say which one it is.
      tabIndex={-1}
      aria-current={current || undefined}
      aria-label={`${kind.name}：${item.title}`}
      onClick={() => onPick(item.id)}
    >
      <div className="item-head">
        {near && mayReview && open && (
          <Checkbox
            aria-label={t`选择：${item.title}`}
            checked={chosen}
            onChange={({ target }) => onChoose(item.id, target.checked)}
          />
        )}
        <span className="desk-sign" data-kind={item.kind}>
          {KIND_SIGNS[item.kind]}
        </span>
        <span className="item-title">
          {item.ordinal && <span className="quiet">{item.ordinal} </span>}
          {item.title}
        </span>
        {near && <Changed item={item} />}
        {near && <Decision item={item} />}
      </div>
      {near && <CardBody {...{ item, related, mayReview, onPick, onAct }} />}
    </section>
  );
});

/** Facts, what it answers, and what can be done. */
function CardBody({ item, related, mayReview, onPick, onAct }: Omit<Props, 'current' | 'chosen' | 'onChoose'>) {
  const open = item.status === 'proposed';
  const action = (name: ItemAction, label: string, primary = false) => (
    <Button size="small" type={primary ? 'primary' : 'default'} onClick={() => onAct(name, item)}>
      {label}
    </Button>
  );
  return (
    <>
      <div className="item-facts">
        <span>
          {t`牵头`} <b>{item.unitName}</b>（{UNIT_BASIS[item.unitBasis]}）
        </span>
        {item.assigneeName && (
          <span>
            {t`责任人`} <b>{item.assigneeName}</b>
          </span>
        )}
        {item.kind !== 'cause' && item.kind !== 'problem' && <Due item={item} />}
        {item.recurrence && (
          <span>
            {t`周期`} {item.recurrence}
          </span>
        )}
        {item.measures.length > 1 && (
          <span>
            {item.measures.length} {t`项措施`}
          </span>
        )}
        <Reading item={item} />
      </div>
      {related.map(({ id, title, score }) => (
        <div key={id} className="small" style={{ marginBottom: 6 }}>
          {t`针对问题`}{' '}
          <button
            type="button"
            className="in-text"
            onClick={(event) => {
              event.stopPropagation();
              onPick(id);
            }}
          >
            {title}
          </button>
          <span className="quiet">
            {t`（相似度`} {Math.round(score * 100)}%）
          </span>
        </div>
      ))}
      {item.status === 'rejected' && item.rejectReason && (
        <div className="quiet small">
          {t`驳回理由：`}
          {item.rejectReason}
        </div>
      )}
      {mayReview && (
        <div style={{ display: 'flex', gap: 6, flexWrap: 'wrap' }}>
          {open && action('accept', t`接受`, true)}
          {open && action('edit', t`编辑`)}
          {open && action('split', t`拆分`)}
          {open && action('reject', t`驳回`)}
          {!open && action('restore', t`撤销决定`)}
        </div>
      )}
    </>
  );
}

/** What became of it since the former edition. */
function Changed({ item: { change, reportId } }: { item: ReportItemView }) {
  if (change === null) return null;
  return (
    <Tag>
      {change === 'changed' ? (
        <Link to={`/reports/${reportId}/changes`} style={{ textDecoration: 'underline' }}>
          {CHANGES.changed.name}
        </Link>
      ) : (
        CHANGES[change].name
      )}
    </Tag>
  );
}

function Decision({ item }: { item: ReportItemView }) {
  if (item.status === 'rejected') return <Tag>{t`已驳回`}</Tag>;
  if (item.status === 'proposed') return null;
  const to = item.taskId ? `/tasks/${item.taskId}` : item.problemId ? `/problems/${item.problemId}` : null;
  return (
    <Tag className="desk-accepted">
      {t`已接受`}
      {to && (
        <>
          ，
          <Link to={to} style={{ color: 'inherit', textDecoration: 'underline' }}>
            {t`查看`}
          </Link>
        </>
      )}
    </Tag>
  );
}

function Due({ item }: { item: ReportItemView }) {
  const words = item.deadlines.map(({ text }) => `“${text}”`).join('、');
  const unsure = item.deadlines.some(({ certain, date }) => !certain || date === null);
  return (
    <span>
      {t`时限`} <b>{item.dueOn ?? t`未定`}</b>（{DUE_BASIS[item.dueBasis]}
      {words && `：${words}`}）
      {unsure && item.dueBasis !== 'person' && <span className="desk-doubt"> {t`请核对`}</span>}
    </span>
  );
}

function Reading({ item }: { item: ReportItemView }) {
  const doubtful = item.confidence < CONFIDENT;
  return (
    <Popover
      title={t`识别把握 ${Math.round(item.confidence * 100)}%`}
      content={
        <div style={{ maxWidth: 360 }}>
          <div>
            {t`依据：`}
            {item.why.join('，')}
          </div>
          {item.sectionPath.length > 0 && (
            <div>
              {t`所在章节：`}
              {[...item.sectionPath, ...item.group].join(' › ')}
            </div>
          )}
          {item.units.map(({ name, text, unitId }) => (
            <div key={text + name}>
              {t`单位：`}
              {name}（{text}）{unitId ? '' : t`，本系统中没有这个单位`}
            </div>
          ))}
          {item.targets.map(({ text }) => (
            <div key={text}>
              {t`指标：`}
              {text}
            </div>
          ))}
        </div>
      }
    >
      <button type="button" className={`desk-why${doubtful ? ' desk-doubt' : ''}`}>
        {confidenceWord(item.confidence)}
      </button>
    </Popover>
  );
}
