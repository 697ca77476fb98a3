import { AppstoreOutlined } from '@ant-design/icons';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Button, Dropdown, type MenuProps } from 'antd';
import { useState } from 'react';
import { ask } from '../../../api/client';
import { removeView, type ColumnChoice, type SavedViewLine } from '../../../api/generated';
import { SaveViewModal } from './SaveViewModal';
import { VIEWS } from './useListViews';
import { t } from '../../../language/t';

interface Props {
  views: readonly SavedViewLine[];
  current: SavedViewLine | undefined;
  defaultViewId: string | null;
  /** Filter, order and grouping of what is on screen. */
  query: string;
  columns: ColumnChoice[];
  open: (view: SavedViewLine | null) => void;
  prefer: (id: string | null) => void;
}

/** Named views: one's own and those that the unit's supervisor shares. */
export function ViewMenu({ views, current, defaultViewId, query, columns, open, prefer }: Props) {
  const queries = useQueryClient();
  const { message, modal } = App.useApp();
  const [saving, setSaving] = useState<'new' | 'change' | null>(null);
  const remove = useMutation({
    mutationFn: ({ id }: SavedViewLine) => ask(removeView({ path: { id } })),
    onSuccess: () => {
      void queries.invalidateQueries({ queryKey: VIEWS });
      void message.success(t`已删除视图`);
      open(null);
    },
    onError: (error) => void message.error(error.message),
  });
  const askRemove = (view: SavedViewLine) =>
    void modal.confirm({
      title: t`删除视图“${view.name}”？`,
      content: view.unitId ? t`${view.unitName ?? ''}的人员将不再看到它；任务不受影响。` : t`任务不受影响。`,
      okText: t`删除`,
      okButtonProps: { danger: true },
      onOk: () => remove.mutateAsync(view),
    });
  const entries = (of: readonly SavedViewLine[]) =>
    of.map((view) => ({
      key: view.id,
      label: view.id === defaultViewId ? t`${view.name}（默认）` : view.name,
      onClick: () => open(view),
    }));
  const group = (label: string, of: readonly SavedViewLine[]) =>
    of.length > 0 ? [{ key: label, type: 'group' as const, label, children: entries(of) }] : [];
  const items: MenuProps['items'] = [
    { key: 'all', label: t`全部任务`, onClick: () => open(null) },
    ...group(
      t`我的视图`,
      views.filter(({ unitId }) => unitId === null),
    ),
    ...group(
      t`共享的视图`,
      views.filter(({ unitId }) => unitId !== null),
    ),
    { type: 'divider' },
    { key: 'save', label: t`把当前列表存为新视图…`, onClick: () => setSaving('new') },
    ...(current?.mayChange
      ? [{ key: 'change', label: t`更新“${current.name}”…`, onClick: () => setSaving('change') }]
      : []),
    ...(current
      ? [
          current.id === defaultViewId
            ? { key: 'no-default', label: t`不再默认打开`, onClick: () => prefer(null) }
            : { key: 'default', label: t`设为默认打开的视图`, onClick: () => prefer(current.id) },
        ]
      : []),
    ...(current?.mayChange
      ? [{ key: 'remove', danger: true, label: t`删除“${current.name}”`, onClick: () => askRemove(current) }]
      : []),
  ];
  return (
    <>
      <Dropdown menu={{ items, selectedKeys: [current?.id ?? 'all'] }} trigger={['click']}>
        <Button icon={<AppstoreOutlined aria-hidden />}>
          {t`视图：`}
          {current?.name ?? t`全部任务`}
        </Button>
      </Dropdown>
      {saving && (
        <SaveViewModal
          view={saving === 'change' ? current : undefined}
          query={query}
          columns={columns}
          onClose={(saved) => {
            setSaving(null);
            if (saved) open(saved);
          }}
        />
      )}
    </>
  );
}
