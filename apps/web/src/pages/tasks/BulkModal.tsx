import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Alert, App, Button, Form, Input, Modal, Segmented, Table } from 'antd';
import { useState } from 'react';
import { ask } from '../../api/client';
import { applyBulk, previewBulk, type BulkPreview, type PreviewBulk, type TaskSummary } from '../../api/generated';
import { DaySelect } from '../../components/DaySelect';
import { OwnerFields } from '../../components/OwnerFields';
import { PersonSelect } from '../../components/PersonSelect';
import { MOVES } from '../../words';
import { ChangeLines } from '../../components/ChangeLines';
import { t } from '../../language/t';

type Move = PreviewBulk['move'];

interface Fields {
  unitId?: string;
  assigneeId?: string | null;
  dueOn?: string | null;
  reason?: string;
}

const HINTS: Record<Move, string> = {
  assign: t`留空的内容按各项任务现有的牵头单位、责任人和时限交办。`,
  're-date': t`所选任务都改到同一天；原定时限保留在每项任务的记录中。`,
  'hand-over': t`换一位责任人，任务的办理阶段不变。`,
};

/** The same move on many tasks: filled in, shown task by task, then done to all of them or none. */
export function BulkModal({ tasks, onClose }: { tasks: TaskSummary[]; onClose: (done: boolean) => void }) {
  const [form] = Form.useForm<Fields>();
  const [move, setMove] = useState<Move>('assign');
  const [chosen, setChosen] = useState(tasks);
  const [shown, setShown] = useState<{ body: PreviewBulk; preview: BulkPreview } | null>(null);
  const queries = useQueryClient();
  const { message } = App.useApp();
  const units = [...new Set(chosen.map(({ leadUnitId }) => leadUnitId))];

  const preview = useMutation({
    mutationFn: (body: PreviewBulk) => ask(previewBulk({ body })).then((answer) => ({ body, preview: answer })),
    onSuccess: setShown,
  });
  const apply = useMutation({
    mutationFn: ({ body, preview: { preview: seen } }: NonNullable<typeof shown>) =>
      ask(applyBulk({ body: { ...body, preview: seen } })),
    onSuccess: ({ done }) => {
      void message.success(t`已${MOVES[move]} ${done} 项任务`);
      void queries.invalidateQueries();
      onClose(true);
    },
  });
  const show = (fields: Fields, of = chosen) =>
    preview.mutate({
      taskIds: of.map(({ id }) => id),
      move,
      leadUnitId: move === 'assign' ? fields.unitId : undefined,
      assigneeId: fields.assigneeId ?? undefined,
      dueOn: fields.dueOn ?? undefined,
      reason: fields.reason || undefined,
    });
  const withoutRefused = () => {
    if (!shown) return;
    const refused = new Set(shown.preview.rows.filter(({ refusal }) => refusal !== null).map(({ id }) => id));
    const left = chosen.filter(({ id }) => !refused.has(id));
    setChosen(left);
    setShown(null);
    if (left.length > 0) show(form.getFieldsValue(), left);
  };
  const error = preview.error ?? apply.error;
  return (
    <Modal
      open
      width={shown ? 760 : 520}
      title={t`批量${MOVES[move]} ${chosen.length} 项任务`}
      onCancel={() => onClose(false)}
      footer={
        shown ? (
          <>
            <Button onClick={() => setShown(null)}>{t`返回修改`}</Button>
            <Button
              type="primary"
              disabled={shown.preview.refused > 0}
              loading={apply.isPending}
              onClick={() => apply.mutate(shown)}
            >
              {t`确认`}
              {MOVES[move]} {shown.preview.total} {t`项`}
            </Button>
          </>
        ) : (
          <>
            <Button onClick={() => onClose(false)}>{t`取消`}</Button>
            <Button
              type="primary"
              disabled={chosen.length === 0}
              loading={preview.isPending}
              onClick={() => form.submit()}
            >
              {t`预览`}
            </Button>
          </>
        )
      }
    >
      {error && <Alert type="error" showIcon title={error.message} style={{ marginBottom: 12 }} />}
      {shown && <Preview preview={shown.preview} withoutRefused={withoutRefused} />}
      <div hidden={shown !== null}>
        <Segmented<Move>
          block
          aria-label={t`批量操作`}
          value={move}
          onChange={setMove}
          options={(Object.keys(HINTS) as Move[]).map((value) => ({ value, label: MOVES[value] }))}
        />
        <p className="quiet">{HINTS[move]}</p>
        <Form form={form} layout="vertical" onFinish={(fields) => show(fields)}>
          {move === 'assign' && <OwnerFields unitIds={units} />}
          {move === 're-date' && (
            <Form.Item
              name="dueOn"
              label={t`新的完成时限`}
              rules={[{ required: true, message: t`请选择新的完成时限` }]}
            >
              <DaySelect />
            </Form.Item>
          )}
          {move === 'hand-over' &&
            (units.length === 1 ? (
              <Form.Item name="assigneeId" label={t`新的责任人`}>
                <PersonSelect unitId={units[0]} />
              </Form.Item>
            ) : (
              <Alert type="info" showIcon title={t`所选任务的牵头单位不同，请分单位移交，或改用“交办”。`} />
            ))}
          <Form.Item
            name="reason"
            label={move === 're-date' ? t`改期理由` : t`说明`}
            rules={move === 're-date' ? [{ required: true, whitespace: true, message: t`请填写改期理由` }] : []}
          >
            <Input.TextArea rows={2} maxLength={500} placeholder={move === 're-date' ? '' : t`选填`} />
          </Form.Item>
        </Form>
      </div>
    </Modal>
  );
}

function Preview({ preview, withoutRefused }: { preview: BulkPreview; withoutRefused: () => void }) {
  return (
    <>
      {preview.refused > 0 ? (
        <Alert
          type="warning"
          showIcon
          title={t`其中 ${preview.refused} 项不能办理，去掉后才能执行；全部执行或一项都不执行。`}
          action={
            <Button size="small" onClick={withoutRefused}>
              {t`去掉这`} {preview.refused} {t`项`}
            </Button>
          }
        />
      ) : (
        <Alert type="info" showIcon title={t`还没有改动任何任务。核对无误后确认。`} />
      )}
      <Table
        size="small"
        rowKey="id"
        style={{ marginTop: 12 }}
        pagination={{ pageSize: 10, hideOnSinglePage: true, showSizeChanger: false }}
        dataSource={preview.rows}
        columns={[
          { title: t`编号`, dataIndex: 'code', width: 110 },
          { title: t`任务`, dataIndex: 'title' },
          {
            title: t`将要改动`,
            width: 280,
            render: (_, { changes, refusal }) =>
              refusal === null ? (
                changes.length === 0 ? (
                  <span className="quiet">{t`没有改动`}</span>
                ) : (
                  <ChangeLines changes={changes} />
                )
              ) : (
                <span className="refused">{refusal}</span>
              ),
          },
        ]}
      />
    </>
  );
}
