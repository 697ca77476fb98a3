import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Alert, App, Button, Input, Modal, Skeleton, Table } from 'antd';
import { useState } from 'react';
import { ask } from '../../../api/client';
import { nudgeTasks, previewNudge, type NudgePreview, type NudgeRow } from '../../../api/generated';
import { t } from '../../../language/t';

/** Everything that may show that something was nudged. */
const SHOWN = ['task', 'escalation', 'nudge'];

interface Props {
  tasks: { id: string; title: string }[];
  onClose: (done: boolean) => void;
}

/** 催办: shows who will get it and what cannot be nudged now; then all of them, or none. */
export function NudgeModal({ tasks, onClose }: Props) {
  const [chosen, setChosen] = useState(() => tasks.map(({ id }) => id));
  const [note, setNote] = useState('');
  const queries = useQueryClient();
  const { message } = App.useApp();
  const preview = useQuery({
    queryKey: ['nudge', chosen],
    queryFn: () => ask(previewNudge({ body: { taskIds: chosen } })),
    enabled: chosen.length > 0,
    staleTime: 0,
  });
  const nudge = useMutation({
    mutationFn: () => ask(nudgeTasks({ body: { taskIds: chosen, note: note.trim() || undefined } })),
    onSuccess: ({ tasks: done, people }) => {
      void queries.invalidateQueries({ predicate: ({ queryKey: [kind] }) => SHOWN.includes(String(kind)) });
      void message.success(t`已催办 ${done} 项任务，提醒 ${people} 人`);
      onClose(true);
    },
    onError: () => void preview.refetch(),
  });
  const shown = chosen.length > 0 ? preview.data : undefined;
  const withoutRefused = () => {
    setChosen((shown?.rows ?? []).filter(({ refusal }) => refusal === null).map(({ id }) => id));
    nudge.reset();
  };
  const error = preview.error ?? nudge.error;
  return (
    <Modal
      open
      width={tasks.length > 1 ? 760 : 520}
      title={tasks.length > 1 ? t`催办 ${chosen.length} 项任务` : t`催办`}
      okText={t`催办`}
      okButtonProps={{ disabled: !shown || shown.refused > 0 }}
      confirmLoading={nudge.isPending}
      onOk={() => nudge.mutate()}
      onCancel={() => onClose(false)}
    >
      {error && <Alert type="error" showIcon title={error.message} style={{ marginBottom: 12 }} />}
      {chosen.length === 0 && <Alert type="info" showIcon title={t`所选任务现在都不能催办。`} />}
      {chosen.length > 0 && !shown && !error && <Skeleton active />}
      {shown && (tasks.length > 1 ? <Many preview={shown} withoutRefused={withoutRefused} /> : <One of={shown} />)}
      <label htmlFor="nudge-note" style={{ display: 'block', margin: '12px 0 4px' }}>
        {t`催办说明`}
      </label>
      <Input.TextArea
        id="nudge-note"
        rows={3}
        maxLength={500}
        showCount
        placeholder={t`选填，例如：请于本周五前报送进展`}
        value={note}
        onChange={({ target }) => setNote(target.value)}
      />
      <p className="quiet small" style={{ marginBottom: 0 }}>
        {t`立即发送邮件，不等每天的汇总；同一任务 4 小时内只催办一次。`}
      </p>
    </Modal>
  );
}

function One({ of: { rows } }: { of: NudgePreview }) {
  const [row] = rows;
  return (
    <>
      <p style={{ marginTop: 0 }}>{row.title}</p>
      {row.refusal === null ? (
        <p>
          {t`将提醒：`}
          <People row={row} />
        </p>
      ) : (
        <Alert type="warning" showIcon title={row.refusal} />
      )}
    </>
  );
}

function Many({ preview, withoutRefused }: { preview: NudgePreview; withoutRefused: () => void }) {
  return (
    <>
      {preview.refused > 0 ? (
        <Alert
          type="warning"
          showIcon
          title={t`其中 ${preview.refused} 项现在不能催办，去掉后才能发送；全部催办或一项都不催办。`}
          action={
            <Button size="small" onClick={withoutRefused}>
              {t`去掉这`} {preview.refused} {t`项`}
            </Button>
          }
        />
      ) : (
        <Alert type="info" showIcon title={t`将提醒 ${preview.people} 人。`} />
      )}
      <Table<NudgeRow>
        size="small"
        rowKey="id"
        style={{ marginTop: 12 }}
        pagination={{ pageSize: 10, hideOnSinglePage: true, showSizeChanger: false }}
        dataSource={preview.rows}
        columns={[
          { title: t`编号`, dataIndex: 'code', width: 110 },
          { title: t`任务`, dataIndex: 'title' },
          {
            title: t`收到催办的人`,
            width: 280,
            render: (_, row) =>
              row.refusal === null ? <People row={row} /> : <span className="refused">{row.refusal}</span>,
          },
        ]}
      />
    </>
  );
}

const People = ({ row: { people } }: { row: NudgeRow }) => (
  <>
    {people
      .map(({ name, insteadOf, mailed }) => {
        const remarks = [insteadOf ? t`代${insteadOf}` : '', mailed ? '' : t`没有邮箱，登录后可见`].filter(Boolean);
        return remarks.length > 0 ? `${name}（${remarks.join('，')}）` : name;
      })
      .join('、')}
  </>
);
