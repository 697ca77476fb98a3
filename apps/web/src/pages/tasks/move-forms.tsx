import { Form, Input, Select, Switch } from 'antd';
import type { ReactNode } from 'react';
import { ask } from '../../api/client';
import {
  acceptTask,
  askRequest,
  assignTask,
  changeTask,
  closeTask,
  dropTask,
  handOverTask,
  reDateTask,
  reopenTask,
  reportProgress,
  resumeTask,
  returnTask,
  sendTaskBack,
  submitTask,
  suspendTask,
  type TaskDetail,
} from '../../api/generated';
import { AssigneeSelect, type Assignee } from '../../components/AssigneeSelect';
import { DaySelect } from '../../components/DaySelect';
import { LeaderSelect } from '../../components/LeaderSelect';
import { taskEvidence } from '../../components/evidence/evidence-subject';
import { EvidenceUpload } from '../../components/evidence/EvidenceUpload';
import { UnitSelect } from '../../components/UnitSelect';
import { REPORTING, type MoveName } from '../../words';
import { PercentInput } from './PercentInput';
import { t } from '../../language/t';

export interface Fields {
  leadUnitId: string;
  assignee: Assignee;
  leaderId: string | null;
  dueOn: string | null;
  /** The deadline asked for. */
  toDue?: string;
  note?: string;
  reason: string;
  percent: number;
  narrative: string;
  title: string;
  text: string;
  weight: number;
  reportEvery: TaskDetail['reportEvery'];
  evidenceRequired: boolean;
  periodStart?: string;
}

type Send = (call: { path: { id: string }; version: number; fields: Fields }) => Promise<TaskDetail>;

/** A move that is made by filling in a form: what it asks, what it sends and what is said when it is done. */
interface MoveForm {
  fields: (of: { task: TaskDetail; unitId: string }) => ReactNode;
  send: Send;
  done: string;
}

const Reason = ({ hint }: { hint?: string }) => (
  <Form.Item
    name="reason"
    label={t`理由`}
    extra={hint}
    rules={[{ required: true, whitespace: true, message: t`请填写理由` }]}
  >
    <Input.TextArea autoFocus rows={3} maxLength={500} showCount />
  </Form.Item>
);

const Note = ({ label }: { label: string }) => (
  <Form.Item name="note" label={label}>
    <Input.TextArea rows={2} maxLength={500} placeholder={t`选填`} />
  </Form.Item>
);

const Narrative = ({ label }: { label: string }) => (
  <Form.Item
    name="narrative"
    label={label}
    rules={[{ required: true, whitespace: true, message: t`请用几句话说明情况` }]}
  >
    <Input.TextArea
      autoFocus
      rows={5}
      maxLength={5000}
      showCount
      placeholder={t`做了什么、取得什么结果、还有什么困难`}
    />
  </Form.Item>
);

export const MOVE_FORMS: Partial<Record<MoveName, MoveForm>> = {
  assign: {
    fields: ({ unitId }) => (
      <>
        <Form.Item
          name="leadUnitId"
          label={t`牵头单位`}
          extra={t`对任务负总责的单位，逾期记在它名下`}
          rules={[{ required: true, message: t`请选择牵头单位` }]}
        >
          <UnitSelect />
        </Form.Item>
        <Form.Item
          name="assignee"
          label={t`责任人`}
          extra={t`具体办理的人，会收到提醒；不指定时由牵头单位的联络员签收后安排`}
        >
          <AssigneeSelect unitId={unitId} />
        </Form.Item>
        <Form.Item
          name="leaderId"
          label={t`挂点领导`}
          extra={t`联系、过问这项任务的领导，能查看并收到逾期上报，不代替责任人办理`}
        >
          <LeaderSelect unitId={unitId} />
        </Form.Item>
        <Form.Item name="dueOn" label={t`完成时限`} extra={t`长期坚持的工作可以不定时限`}>
          <DaySelect />
        </Form.Item>
        <Note label={t`交办说明`} />
      </>
    ),
    send: ({ path, version, fields: { leadUnitId, assignee, leaderId, dueOn, note } }) =>
      ask(
        assignTask({
          path,
          body: {
            ...{ version, leadUnitId, note },
            ...{ ...assignee, leaderId: leaderId ?? null, dueOn: dueOn ?? null },
          },
        }),
      ),
    done: t`已交办`,
  },
  accept: {
    fields: () => <p className="quiet">{t`签收后由您（或您的单位）负责办理，并在期限内更新进展。`}</p>,
    send: ({ path, version }) => ask(acceptTask({ path, body: { version } })),
    done: t`已签收`,
  },
  return: {
    fields: () => <Reason />,
    send: ({ path, version, fields: { reason } }) => ask(returnTask({ path, body: { version, reason } })),
    done: t`已退回`,
  },
  'hand-over': {
    fields: ({ task }) => (
      <>
        <Form.Item name="assignee" label={t`新的责任人`} extra={t`办理阶段和已有进展不变`}>
          <AssigneeSelect unitId={task.leadUnitId} />
        </Form.Item>
        <Note label={t`移交说明`} />
      </>
    ),
    send: ({ path, version, fields: { assignee, note } }) =>
      ask(handOverTask({ path, body: { version, ...assignee, note } })),
    done: t`已移交`,
  },
  progress: {
    fields: ({ task }) => (
      <>
        {task.parts.length === 0 ? (
          <Form.Item name="percent" label={t`完成进度（%）`}>
            <PercentInput />
          </Form.Item>
        ) : (
          <p className="quiet">
            {t`这项任务已经分解，进度由`} {task.parts.length} {t`项分解任务汇总（`}
            {task.progress}%）。
          </p>
        )}
        {task.reporting.some(({ state }) => state === 'missing') && (
          <Form.Item name="periodStart" label={t`报送期间`} extra={t`过期补报的，进展上会保留“补报”标记`}>
            <Select
              allowClear
              placeholder={t`本期（${task.reporting[0].label}）`}
              options={task.reporting
                .filter(({ state }) => state === 'missing')
                .map(({ start, label }) => ({ value: start, label: t`${label}（补报）` }))}
            />
          </Form.Item>
        )}
        <Narrative label={t`进展情况`} />
        <EvidenceUpload of={taskEvidence(task)} compact />
      </>
    ),
    send: ({ path, version, fields: { percent = 0, narrative, periodStart } }) =>
      ask(reportProgress({ path, body: { version, percent, narrative, periodStart: periodStart ?? undefined } })),
    done: t`进展已更新`,
  },
  submit: {
    fields: ({ task }) => (
      <>
        <Narrative label={t`完成情况`} />
        <EvidenceUpload of={taskEvidence(task)} compact />
      </>
    ),
    send: ({ path, version, fields: { narrative } }) => ask(submitTask({ path, body: { version, narrative } })),
    done: t`已提交，等待督办员核实`,
  },
  'send-back': {
    fields: () => <Reason />,
    send: ({ path, version, fields: { reason } }) => ask(sendTaskBack({ path, body: { version, reason } })),
    done: t`已退回补办`,
  },
  close: {
    fields: () => <Note label={t`核实意见`} />,
    send: ({ path, version, fields: { note } }) => ask(closeTask({ path, body: { version, note } })),
    done: t`已核实销号`,
  },
  change: {
    fields: ({ task }) => (
      <>
        <Form.Item
          name="title"
          label={t`任务名称`}
          rules={[{ required: true, whitespace: true, message: t`请填写名称` }]}
        >
          <Input maxLength={200} />
        </Form.Item>
        <Form.Item name="text" label={t`任务内容`} extra={t`报告中的原句不受影响`}>
          <Input.TextArea rows={4} maxLength={10_000} />
        </Form.Item>
        <Form.Item name="reportEvery" label={t`报送进展`}>
          <Select
            allowClear
            placeholder={t`不要求定期报送`}
            options={Object.entries(REPORTING).map(([value, label]) => ({ value, label }))}
          />
        </Form.Item>
        <Form.Item
          name="evidenceRequired"
          label={t`提交核实前必须有佐证材料`}
          valuePropName="checked"
          layout="horizontal"
        >
          <Switch />
        </Form.Item>
        {task.whole && (
          <Form.Item name="weight" label={t`在原任务中的权重（1 至 100）`}>
            <Input type="number" min={1} max={100} />
          </Form.Item>
        )}
        <Note label={t`修改说明`} />
      </>
    ),
    send: ({ path, version, fields: { title, text, weight, reportEvery, evidenceRequired, note } }) =>
      ask(
        changeTask({
          path,
          body: {
            ...{ version, title, text, evidenceRequired, reason: note },
            ...{ reportEvery: reportEvery ?? null, weight: weight === undefined ? undefined : Number(weight) },
          },
        }),
      ),
    done: t`已修改`,
  },
  're-date': {
    fields: () => (
      <>
        <Form.Item name="dueOn" label={t`新的完成时限`} extra={t`原定时限保留在记录中；清空表示长期坚持`}>
          <DaySelect />
        </Form.Item>
        <Reason />
      </>
    ),
    send: ({ path, version, fields: { dueOn, reason } }) =>
      ask(reDateTask({ path, body: { version, dueOn: dueOn ?? null, reason } })),
    done: t`已改期`,
  },
  'ask-extension': {
    fields: ({ task }) => (
      <>
        <Form.Item
          name="toDue"
          label={t`新的完成时限`}
          extra={t`现在的时限是 ${task.dueOn}，批准后改为新的时限，原定时限保留在记录中`}
          rules={[{ required: true, message: t`请选择新的完成时限` }]}
        >
          <DaySelect />
        </Form.Item>
        <Reason />
      </>
    ),
    send: ({ path, version, fields: { toDue, reason } }) =>
      ask(askRequest({ path, body: { version, kind: 'extension', toDue, reason } })),
    done: t`已申请延期，等待批复`,
  },
  'ask-suspension': {
    fields: () => <Reason hint={t`由督办员或分管领导批复，批准前照常办理。`} />,
    send: ({ path, version, fields: { reason } }) =>
      ask(askRequest({ path, body: { version, kind: 'suspension', reason } })),
    done: t`已申请中止，等待批复`,
  },
  'ask-drop': {
    fields: () => <Reason hint={t`由督办员或分管领导批复，批准前照常办理。`} />,
    send: ({ path, version, fields: { reason } }) => ask(askRequest({ path, body: { version, kind: 'drop', reason } })),
    done: t`已申请撤销，等待批复`,
  },
  suspend: {
    fields: () => <Reason hint={t`中止期间不亮灯、不提醒，恢复后回到原来的阶段。`} />,
    send: ({ path, version, fields: { reason } }) => ask(suspendTask({ path, body: { version, reason } })),
    done: t`已中止`,
  },
  resume: {
    fields: () => <Reason hint={t`时限没有顺延，如需要请随后改期。`} />,
    send: ({ path, version, fields: { reason } }) => ask(resumeTask({ path, body: { version, reason } })),
    done: t`已恢复办理`,
  },
  drop: {
    fields: () => <Reason hint={t`撤销后不再督办，记录保留。`} />,
    send: ({ path, version, fields: { reason } }) => ask(dropTask({ path, body: { version, reason } })),
    done: t`已撤销`,
  },
  reopen: {
    fields: () => <Reason hint={t`回头看发现问题反弹时重新办理，原来的销号保留在记录中。`} />,
    send: ({ path, version, fields: { reason } }) => ask(reopenTask({ path, body: { version, reason } })),
    done: t`已重新打开`,
  },
};
