import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Alert, App, Button, Input, Space, Tooltip } from 'antd';
import { useRef, useState } from 'react';
import { ask } from '../../api/client';
import {
  resetMailTemplate,
  setMailTemplate,
  testMailTemplate,
  type TemplateView,
  type TemplateWords,
} from '../../api/generated';
import { at } from '../../components/time';
import { TemplatePreview } from './TemplatePreview';
import { t } from '../../language/t';

type Part = keyof TemplateWords;
const PARTS: { part: Part; label: string; rows: number }[] = [
  { part: 'subject', label: t`主题`, rows: 1 },
  { part: 'opening', label: t`开头`, rows: 6 },
  { part: 'closing', label: t`结尾`, rows: 4 },
];

/** Left the words, right the mail that they make. */
export function TemplateEditor({ template }: { template: TemplateView }) {
  const { name, version, variables, changed, editedBy, editedAt } = template;
  const seen: TemplateWords = { subject: template.subject, opening: template.opening, closing: template.closing };
  const [words, setWords] = useState(seen);
  const queries = useQueryClient();
  const { message, modal } = App.useApp();
  // Where a variable goes: the part and place that was written in last.
  const pen = useRef<{ part: Part; field: HTMLTextAreaElement | null }>({ part: 'opening', field: null });

  const renew = (done: string) => {
    void queries.invalidateQueries({ queryKey: ['mail-templates'] });
    void message.success(done);
  };
  const save = useMutation({
    mutationFn: () => ask(setMailTemplate({ path: { name }, body: { ...words, version } })),
    onSuccess: () => renew(t`邮件模板已保存，以后的邮件都用它`),
  });
  const reset = useMutation({
    mutationFn: () => ask(resetMailTemplate({ path: { name }, body: { version } })),
    onSuccess: () => renew(t`已恢复默认`),
  });
  const test = useMutation({
    mutationFn: () => ask(testMailTemplate({ path: { name }, body: words })),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['mailbox'] }),
  });
  const write = (part: Part, value: string) => {
    setWords((before) => ({ ...before, [part]: value }));
    save.reset();
    test.reset();
  };
  const insert = (variable: string) => {
    const { part, field } = pen.current;
    const text = words[part];
    const [from, to] = [field?.selectionStart ?? text.length, field?.selectionEnd ?? text.length];
    const sign = `{{${variable}}}`;
    write(part, text.slice(0, from) + sign + text.slice(to));
    field?.focus();
    requestAnimationFrame(() => field?.setSelectionRange(from + sign.length, from + sign.length));
  };
  const confirmReset = () =>
    modal.confirm({
      title: t`恢复默认的文字？`,
      content: t`现有的主题、开头和结尾将被系统默认的文字取代，以后随系统更新。`,
      okText: t`恢复默认`,
      onOk: () => reset.mutate(),
    });
  const failure = save.error ?? reset.error ?? test.error;
  const dirty = PARTS.some(({ part }) => words[part] !== seen[part]);

  return (
    <div className="template">
      <section className="template-pane" aria-label={t`编辑`}>
        <div className="quiet small" style={{ marginBottom: 6 }}>
          {t`点击插入（写在光标处）；没有时不显示的内容写作`} {t`{{#if 变量}}…{{/if}}`}
        </div>
        <div className="template-variables">
          {variables.map((variable) => (
            <Tooltip key={variable.name} title={t`{{${variable.name}}}，如“${variable.sample}”`}>
              <Button
                size="small"
                onMouseDown={(event) => event.preventDefault()}
                onClick={() => insert(variable.name)}
              >
                {variable.about}
              </Button>
            </Tooltip>
          ))}
        </div>
        {PARTS.map(({ part, label, rows }) => (
          <label key={part} style={{ display: 'block', marginBottom: 12 }}>
            <div style={{ marginBottom: 4 }}>{label}</div>
            <Input.TextArea
              value={words[part]}
              autoSize={{ minRows: rows, maxRows: 16 }}
              onChange={({ target }) => write(part, target.value)}
              onFocus={({ target }) => (pen.current = { part, field: target })}
            />
          </label>
        ))}
        {failure && <Alert type="error" showIcon title={failure.message} style={{ marginBottom: 12 }} />}
        {test.data && (
          <Alert
            type="success"
            showIcon
            style={{ marginBottom: 12 }}
            title={
              test.data.local
                ? t`测试邮件已放入本机邮箱（尚未配置发信服务器）`
                : t`测试邮件已发往 ${test.data.sentTo}，服务器答复：${test.data.answer}`
            }
          />
        )}
        <Space wrap>
          <Button type="primary" disabled={!dirty} loading={save.isPending} onClick={() => save.mutate()}>
            {t`保存`}
          </Button>
          <Button loading={test.isPending} onClick={() => test.mutate()}>
            {t`发送测试邮件给自己`}
          </Button>
          <Button disabled={!changed} loading={reset.isPending} onClick={confirmReset}>
            {t`恢复默认`}
          </Button>
        </Space>
        <div className="quiet small" style={{ marginTop: 12 }}>
          {changed && editedBy && editedAt ? t`${editedBy} 于 ${at(editedAt)} 修改` : t`现在用的是系统默认的文字`}
        </div>
      </section>
      <TemplatePreview name={name} words={words} />
    </div>
  );
}
