import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Alert, App, AutoComplete, Form, Input, Modal, Select } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { ask } from '../../api/client';
import { changeRound, createRound, type CreateRound, type RoundDetail } from '../../api/generated';
import { DaySelect } from '../../components/DaySelect';
import { UnitSelect } from '../../components/UnitSelect';
import { useProblemChoices } from '../problems/useProblemChoices';
import { ROUND_KINDS, type RoundKind } from './inspection-words';
import { PairingFields } from './PairingFields';
import { whole, type PairDraft } from './PairsEditor';
import { t } from '../../language/t';

type Fields = Omit<CreateRound, 'pairs'>;
const required = (message: string) => [{ required: true, message }];

/** Plans a round with its pairs, or changes what a round says of itself. What was typed stays when the server refuses. */
export function RoundModal({ round, onClose }: { round?: RoundDetail; onClose: () => void }) {
  const [form] = Form.useForm<Fields>();
  const [pairs, setPairs] = useState<PairDraft[]>([]);
  const kind = Form.useWatch<RoundKind | undefined>('kind', form) ?? 'cross';
  const queries = useQueryClient();
  const navigate = useNavigate();
  const { message } = App.useApp();
  const { data: choices } = useProblemChoices();
  const save = useMutation({
    mutationFn: async ({ category, note, ...fields }: Fields) => {
      const facts = { ...fields, category: category?.trim() || null, note: note?.trim() || null };
      if (round) {
        const { title, startsOn, endsOn } = facts;
        const body = { title, startsOn, endsOn, category: facts.category, note: facts.note, version: round.version };
        return ask(changeRound({ path: { id: round.id }, body }));
      }
      const made = whole(pairs);
      if (!made) throw new Error(t`有的分组还没有选好单位，请补全或移除。`);
      return ask(createRound({ body: { ...facts, pairs: made } }));
    },
    onSuccess: (next) => {
      queries.setQueryData(['inspection', next.id], next);
      void queries.invalidateQueries({ queryKey: ['inspections'] });
      void message.success(round ? t`已保存` : t`已新建，核对分组后开始检查`);
      onClose();
      if (!round) void navigate(`/problems/inspections/${next.id}`);
    },
  });
  return (
    <Modal
      open
      width={760}
      title={round ? t`修改检查` : t`新建检查`}
      okText={round ? t`保存` : t`新建`}
      onOk={() => form.submit()}
      onCancel={onClose}
      confirmLoading={save.isPending}
    >
      {save.error && <Alert type="error" showIcon title={save.error.message} style={{ marginBottom: 12 }} />}
      <Form<Fields>
        form={form}
        layout="vertical"
        initialValues={round ?? { kind: 'cross' }}
        onFinish={(fields) => save.mutate(fields)}
      >
        <Form.Item name="title" label={t`检查名称`} rules={required(t`请填写检查名称`)}>
          <Input maxLength={100} placeholder={t`如：2026年四季度安全生产交叉检查`} />
        </Form.Item>
        <div className="fields">
          <Form.Item name="kind" label={t`检查类型`}>
            <Select
              disabled={!!round}
              onChange={() => setPairs([])}
              options={Object.entries(ROUND_KINDS).map(([value, { name }]) => ({ value, label: name }))}
            />
          </Form.Item>
          <Form.Item
            name="unitId"
            label={t`组织单位`}
            extra={t`这个单位的督办员安排分组、认定发现；参加单位须是它的下级`}
            rules={required(t`请选择组织检查的单位`)}
          >
            <UnitSelect disabled={!!round} />
          </Form.Item>
          <Form.Item name="startsOn" label={t`开始日期`} rules={required(t`请选择开始日期`)}>
            <DaySelect />
          </Form.Item>
          <Form.Item name="endsOn" label={t`结束日期`} rules={required(t`请选择结束日期`)}>
            <DaySelect />
          </Form.Item>
        </div>
        <Form.Item
          name="category"
          label={t`检查内容`}
          extra={t`填写后，检查组只能查阅被检查单位这一类别的问题及其整改措施；不填则可查阅全部问题和任务。`}
        >
          <AutoComplete
            maxLength={50}
            options={choices?.categories.map((value) => ({ value }))}
            showSearch={{ filterOption: true }}
            placeholder={t`问题类别，可选择，也可填写`}
          />
        </Form.Item>
        <Form.Item name="note" label={t`说明`}>
          <Input.TextArea rows={2} maxLength={2000} placeholder={t`选填：检查要求、重点、注意事项`} />
        </Form.Item>
        {!round && <PairingFields kind={kind} pairs={pairs} onChange={setPairs} />}
      </Form>
    </Modal>
  );
}
