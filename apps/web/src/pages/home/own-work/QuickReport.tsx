import { Button, Form, Input } from 'antd';
import type { KeyboardEvent } from 'react';
import { ask } from '../../../api/client';
import { reportProgress } from '../../../api/generated';
import { RefusedMove } from '../../../components/RefusedMove';
import { DEEDS } from '../../../words';
import { PercentInput } from '../../tasks/PercentInput';
import type { OwnTask } from './urgency-words';
import { OWN_WORK, useOwnMove } from './useOwnMove';
import { t } from '../../../language/t';

interface Fields {
  percent: number;
  narrative: string;
}

interface Props {
  task: OwnTask;
  /** The percentage that was tapped. */
  percent: number;
  onClose: () => void;
}

/** 上报进展 in one sentence. History cannot be undone, so nothing is sent before it was looked at; a refusal loses nothing typed. */
export function QuickReport({ task: { id, title, version, progress, brokenDown }, percent, onClose }: Props) {
  const [form] = Form.useForm<Fields>();
  const send = useOwnMove(
    (fields: Fields) =>
      ask(
        reportProgress({
          path: { id },
          body: { version, percent: fields.percent ?? progress, narrative: fields.narrative },
        }),
      ),
    (next) => t`已上报，进度 ${next.progress}%：${title}`,
  );
  const sendOnEnter = (event: KeyboardEvent) => {
    // Enter also chooses a word in the input method; Shift begins a new line.
    if (event.shiftKey || event.nativeEvent.isComposing) return;
    event.preventDefault();
    form.submit();
  };
  return (
    <div className="quick-report">
      {send.error && <RefusedMove error={send.error} deeds={DEEDS} queryKey={OWN_WORK} reset={send.reset} />}
      <Form<Fields>
        form={form}
        // Several may be open at once, and each label belongs to its own field.
        name={`report-${id}`}
        layout="vertical"
        initialValues={{ percent }}
        onFinish={(fields) => send.mutate(fields, { onSuccess: onClose })}
        aria-label={t`上报进展：${title}`}
      >
        {!brokenDown && (
          <Form.Item name="percent" label={t`完成进度（%）`}>
            <PercentInput />
          </Form.Item>
        )}
        <Form.Item
          name="narrative"
          label={t`进展情况`}
          extra={t`一句话即可，回车上报；换行请按 Shift + 回车`}
          rules={[{ required: true, whitespace: true, message: t`请用一句话说明做了什么` }]}
        >
          <Input.TextArea
            autoFocus
            autoSize={{ minRows: 2, maxRows: 6 }}
            maxLength={5000}
            placeholder={t`做了什么、取得什么结果、还有什么困难`}
            onPressEnter={sendOnEnter}
          />
        </Form.Item>
        <div className="quick-report-send">
          <Button type="primary" htmlType="submit" loading={send.isPending}>
            {t`上报`}
          </Button>
          <Button onClick={onClose} disabled={send.isPending}>
            {t`取消`}
          </Button>
        </div>
      </Form>
    </div>
  );
}
