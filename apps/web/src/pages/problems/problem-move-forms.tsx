import { Form, Input, InputNumber, Radio } from 'antd';
import type { ReactNode } from 'react';
import { ask } from '../../api/client';
import {
  closeProblem,
  recordLookBack,
  recordSatisfaction,
  reopenProblem,
  reportRectified,
  scheduleLookBack,
  sendProblemBack,
  withdrawProblem,
  type ProblemDetail,
} from '../../api/generated';
import { problemEvidence } from '../../components/evidence/evidence-subject';
import { EvidenceUpload } from '../../components/evidence/EvidenceUpload';
import { DaySelect } from '../../components/DaySelect';
import type { ProblemMoveName } from './problem-words';
import { t } from '../../language/t';

export interface MoveFields {
  reason: string;
  result: string;
  evidence: string;
  note?: string;
  asked: string;
  askedOn: string;
  satisfied: number;
  basically: number;
  dissatisfied: number;
  doubts?: string;
  remark?: string;
  replyDueOn?: string;
  dueOn: string;
  outcome: 'held' | 'relapsed';
}

/** A move that is made by filling in a form: what it asks, what it sends and what is said when it is done. */
interface MoveForm {
  fields: (problem: ProblemDetail) => ReactNode;
  send: (call: { path: { id: string }; version: number; fields: MoveFields }) => Promise<ProblemDetail>;
  done: string;
}

const required = (message: string) => [{ required: true, whitespace: true, message }];

const Reason = () => (
  <Form.Item name="reason" label={t`理由`} rules={required(t`请填写理由`)}>
    <Input.TextArea autoFocus rows={3} maxLength={500} showCount />
  </Form.Item>
);

const Count = ({ name, label }: { name: keyof MoveFields; label: string }) => (
  <Form.Item name={name} label={label} rules={[{ required: true, message: t`请填写人数` }]}>
    <InputNumber min={0} max={1_000_000} precision={0} suffix={t`人`} style={{ width: '100%' }} />
  </Form.Item>
);

/** Who is not satisfied, or still has doubts, is owed an answer until a day. */
const Reply = () => (
  <Form.Item noStyle shouldUpdate>
    {({ getFieldValue }) =>
      ((getFieldValue('dissatisfied') as number) > 0 || !!(getFieldValue('doubts') as string | undefined)?.trim()) && (
        <Form.Item
          name="replyDueOn"
          label={t`答复时限`}
          extra={t`有人不满意或仍有疑问，问题将重新整改，由整改单位在此日前答复。`}
          rules={[{ required: true, message: t`请填写答复时限` }]}
        >
          <DaySelect />
        </Form.Item>
      )
    }
  </Form.Item>
);

export const MOVE_FORMS: Partial<Record<ProblemMoveName, MoveForm>> = {
  rectify: {
    fields: (problem) => (
      <>
        <Form.Item
          name="result"
          label={t`整改结果`}
          rules={problem.status === 'open' && problem.measuresClosed > 0 ? [] : required(t`请写明整改结果`)}
        >
          <Input.TextArea autoFocus rows={5} maxLength={5000} showCount placeholder={t`做了什么、取得什么结果`} />
        </Form.Item>
        <EvidenceUpload of={problemEvidence(problem)} compact />
      </>
    ),
    send: ({ path, version, fields: { result } }) =>
      ask(reportRectified({ path, body: { version, result: result?.trim() || undefined } })),
    done: t`已报告整改完成，等待督办员核实`,
  },
  'send-back': {
    fields: () => <Reason />,
    send: ({ path, version, fields: { reason } }) => ask(sendProblemBack({ path, body: { version, reason } })),
    done: t`已退回整改`,
  },
  survey: {
    fields: () => (
      <>
        <div className="fields">
          <Form.Item name="asked" label={t`征求意见对象`} rules={required(t`请填写征求意见对象`)}>
            <Input autoFocus maxLength={200} placeholder={t`如：提出问题的单位、群众代表`} />
          </Form.Item>
          <Form.Item name="askedOn" label={t`征求意见日期`} rules={[{ required: true, message: t`请选择日期` }]}>
            <DaySelect />
          </Form.Item>
        </div>
        <div className="fields three">
          <Count name="satisfied" label={t`满意`} />
          <Count name="basically" label={t`基本满意`} />
          <Count name="dissatisfied" label={t`不满意`} />
        </div>
        <Form.Item name="doubts" label={t`仍有的疑问`}>
          <Input.TextArea rows={2} maxLength={2000} placeholder={t`选填`} />
        </Form.Item>
        <Reply />
        <Form.Item name="remark" label={t`备注`}>
          <Input.TextArea rows={2} maxLength={2000} placeholder={t`选填`} />
        </Form.Item>
      </>
    ),
    send: ({ path, version, fields }) => {
      const { asked, askedOn, satisfied, basically, dissatisfied, replyDueOn } = fields;
      const words = { doubts: fields.doubts?.trim() || undefined, remark: fields.remark?.trim() || undefined };
      const counts = { satisfied, basically, dissatisfied };
      return ask(recordSatisfaction({ path, body: { version, asked, askedOn, ...counts, ...words, replyDueOn } }));
    },
    done: t`满意度已登记`,
  },
  close: {
    fields: ({ lookBackMonthsInForce: months }) => (
      <>
        <Form.Item name="evidence" label={t`销号依据`} rules={required(t`请写明销号依据`)}>
          <Input.TextArea
            autoFocus
            rows={4}
            maxLength={5000}
            showCount
            placeholder={t`现场核查情况、佐证材料名称和存放处`}
          />
        </Form.Item>
        <Form.Item name="note" label={t`销号意见`} extra={t`销号 ${months} 个月后回头看。`}>
          <Input.TextArea rows={2} maxLength={500} placeholder={t`选填`} />
        </Form.Item>
      </>
    ),
    send: ({ path, version, fields: { evidence, note } }) =>
      ask(closeProblem({ path, body: { version, evidence, note } })),
    done: t`已核实销号`,
  },
  schedule: {
    fields: () => (
      <Form.Item name="dueOn" label={t`回头看日期`} rules={[{ required: true, message: t`请选择日期` }]}>
        <DaySelect />
      </Form.Item>
    ),
    send: ({ path, version, fields: { dueOn } }) => ask(scheduleLookBack({ path, body: { version, dueOn } })),
    done: t`回头看已安排`,
  },
  'look-back': {
    fields: () => (
      <>
        <Form.Item name="outcome" label={t`回头看结果`} rules={[{ required: true, message: t`请选择结果` }]}>
          <Radio.Group
            options={[
              { value: 'held', label: t`未反弹` },
              { value: 'relapsed', label: t`反弹，重新整改` },
            ]}
          />
        </Form.Item>
        <Form.Item name="note" label={t`回头看情况`} rules={required(t`请写明回头看情况`)}>
          <Input.TextArea rows={4} maxLength={2000} showCount />
        </Form.Item>
      </>
    ),
    send: ({ path, version, fields: { outcome, note = '' } }) =>
      ask(recordLookBack({ path, body: { version, result: outcome, note } })),
    done: t`回头看已登记`,
  },
  reopen: {
    fields: () => <Reason />,
    send: ({ path, version, fields: { reason } }) => ask(reopenProblem({ path, body: { version, reason } })),
    done: t`已重新整改`,
  },
  withdraw: {
    fields: () => <Reason />,
    send: ({ path, version, fields: { reason } }) => ask(withdrawProblem({ path, body: { version, reason } })),
    done: t`已撤销`,
  },
};
