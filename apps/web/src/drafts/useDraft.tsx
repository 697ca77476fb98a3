import { Alert, Button, Space, type FormInstance } from 'antd';
import { useState, type ReactNode } from 'react';
import { useLocation } from 'react-router';
import { at } from '../components/time';
import { useMe } from '../session/session';
import { draftKey, dropDraft, findDraft, keepDraft, type Draft } from './draft-store';
import { useUnsaved } from './unsaved';
import { t } from '../language/t';

interface Drafted {
  /** Stands above the fields: offers what was typed last time. */
  offer: ReactNode;
  /** For the form's `onValuesChange`. */
  onValuesChange: () => void;
  /** For when the form was sent. */
  clear: () => void;
}

/**
 * Keeps the longer texts of a form (its text areas) while they are typed, per person, page and form, and offers them again
 * when the form is opened anew: after a reload, a lost session, a closed tab.
 */
export function useDraft<Fields>(form: FormInstance<Fields>, name: string): Drafted {
  const me = useMe();
  const { pathname } = useLocation();
  const [key] = useState(() => draftKey(me.person.id, pathname, name));
  const [found, setFound] = useState<Draft | undefined>(() => findDraft(key, new Date()));
  const [written, setWritten] = useState(false);
  useUnsaved(written);

  const onValuesChange = () => {
    const texts = longTexts(form);
    keepDraft(key, texts, new Date());
    setWritten(Object.keys(texts).length > 0);
  };
  const clear = () => {
    dropDraft(key);
    setFound(undefined);
    setWritten(false);
  };
  const restore = (draft: Draft) => {
    form.setFieldsValue(draft.fields as Parameters<typeof form.setFieldsValue>[0]);
    setFound(undefined);
    setWritten(true);
  };
  const offer = found && (
    <Alert
      type="info"
      showIcon
      style={{ marginBottom: 12 }}
      title={t`${at(found.at)} 填写的内容没有提交，还在这里。`}
      description={<q className="draft-words">{Object.values(found.fields).join(' ')}</q>}
      action={
        <Space wrap>
          <Button size="small" type="primary" onClick={() => restore(found)}>
            {t`恢复`}
          </Button>
          <Button size="small" onClick={clear}>
            {t`丢弃`}
          </Button>
        </Space>
      }
    />
  );
  return { offer, onValuesChange, clear };
}

/** What was changed in the form's text areas; short fields are quickly typed again, and some are secret. */
function longTexts<Fields>(form: FormInstance<Fields>): Record<string, string> {
  const values = form.getFieldsValue(true) as Record<string, unknown>;
  const texts: Record<string, string> = {};
  for (const [name, value] of Object.entries(values)) {
    if (typeof value !== 'string' || !value.trim() || !form.isFieldTouched(name as never)) continue;
    const field = form.getFieldInstance(name as never) as { resizableTextArea?: unknown } | undefined;
    if (field?.resizableTextArea) texts[name] = value;
  }
  return texts;
}
