import { Button, Checkbox, Tag } from 'antd';
import { memo, type ReactNode } from 'react';
import { Link } from 'react-router';
import type { ItemChange } from '../../api/generated';
import { WordDiff } from '../../components/WordDiff';
import { KINDS, STATUS } from '../../words';
import { CHANGES, DECISIONS, decisionsFor, type Decision } from './change-words';
import { t } from '../../language/t';

interface Props {
  item: ItemChange;
  reportId: string;
  formerId: string;
  current: boolean;
  chosen: boolean;
  mayDecide: boolean;
  onPick: (id: string) => void;
  onChoose: (id: string, chosen: boolean) => void;
  onDecide: (decision: Decision, items: ItemChange[]) => void;
}

/** One item in both editions, its differing words marked, and what can be decided. */
export const ChangeCard = memo(function ChangeCard(props: Props) {
  const { item, reportId, formerId, current, chosen, mayDecide, onPick, onChoose, onDecide } = props;
  const change = CHANGES[item.change];
  const { formerText, text } = item;
  const decisions = mayDecide ? decisionsFor([item]) : [];
  return (
    <section
      className={`item${current ? ' current' : ''}`}
      style={{ borderLeftColor: change.colour }}
      data-card={item.id}
      aria-label={`${change.name}：${item.title}`}
      onClick={() => onPick(item.id)}
    >
      <div className="item-head">
        {decisions.length > 0 && (
          <Checkbox
            aria-label={t`选择：${item.title}`}
            checked={chosen}
            onChange={({ target }) => onChoose(item.id, target.checked)}
          />
        )}
        <Tag style={{ color: change.colour, background: change.ground, borderColor: 'transparent' }}>{change.name}</Tag>
        <span className="item-title">{item.title}</span>
        <span className="quiet small nowrap">{KINDS[item.kind].name}</span>
      </div>
      <div className="item-facts">
        <Outcome item={item} />
        <Decided item={item} />
      </div>
      {item.change === 'same' || item.change === 'moved' ? (
        <p className="narrative">{text}</p>
      ) : (
        <div className="editions">
          <Side title={t`上一稿`} to={item.formerStart === null ? null : `/reports/${formerId}?at=${item.formerStart}`}>
            {formerText === null ? (
              <span className="quiet">{t`上一稿中没有这一条`}</span>
            ) : text === null ? (
              <del>{formerText}</del>
            ) : (
              <WordDiff former={formerText} next={text} side="was" />
            )}
          </Side>
          <Side title={t`本稿`} to={item.start === null ? null : `/reports/${reportId}?at=${item.start}`}>
            {text === null ? (
              <span className="quiet">{t`原文已删去`}</span>
            ) : formerText === null ? (
              <ins>{text}</ins>
            ) : (
              <WordDiff former={formerText} next={text} side="is" />
            )}
          </Side>
        </div>
      )}
      <Deadlines item={item} />
      {decisions.length > 0 && (
        <div style={{ display: 'flex', gap: 6, flexWrap: 'wrap', marginTop: 8 }}>
          {decisions.map((decision) => (
            <Button
              key={decision}
              size="small"
              type={decision === 'apply' ? 'primary' : 'default'}
              onClick={() => onDecide(decision, [item])}
            >
              {DECISIONS[decision]}
            </Button>
          ))}
        </div>
      )}
    </section>
  );
});

function Side({ title, to, children }: { title: string; to: string | null; children: ReactNode }) {
  return (
    <div>
      <div className="quiet small">
        {title} {to && <Link to={to}>{t`查看原文`}</Link>}
      </div>
      <div className="narrative">{children}</div>
    </div>
  );
}

function Outcome({ item }: { item: ItemChange }) {
  if (item.taskId)
    return (
      <span>
        {t`任务`} <Link to={`/tasks/${item.taskId}`}>{item.taskCode}</Link>（
        {item.taskStatus && STATUS[item.taskStatus]}
        {item.taskDueOn && t`，现时限 ${item.taskDueOn}`}）
      </span>
    );
  if (item.problemId) return <Link to={`/problems/${item.problemId}`}>{t`查看问题`}</Link>;
  if (item.status === 'rejected') return <span>{t`上一稿已驳回，本稿仍按驳回处理`}</span>;
  if (item.status === 'proposed' && item.change !== 'gone') return <span>{t`待在审核台审核`}</span>;
  return null;
}

function Decided({ item }: { item: ItemChange }) {
  if (item.decision === null) return null;
  if (item.decision === 'pending') return <b>{t`待处理`}</b>;
  const applied = item.change === 'gone' ? t`已撤销任务` : t`已采用新内容`;
  return (
    <span>
      <b>{item.decision === 'applied' ? applied : t`已保留原内容`}</b>
      {item.decidedBy && `（${item.decidedBy}）`}
      {item.reason && `：${item.reason}`}
    </span>
  );
}

function Deadlines({ item: { change, formerDueOn, dueOn } }: { item: ItemChange }) {
  if (change !== 'changed' || formerDueOn === dueOn) return null;
  return (
    <div className="small" style={{ marginTop: 6 }}>
      {t`原文时限：`}
      <del>{formerDueOn ?? t`未写明`}</del> → <ins>{dueOn ?? t`未写明`}</ins>
    </div>
  );
}
