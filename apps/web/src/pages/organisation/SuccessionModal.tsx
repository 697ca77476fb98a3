import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Alert, App, Checkbox, Form, Input, Modal, Select, Skeleton } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { ask } from '../../api/client';
import {
  applySuccession,
  listPeople,
  previewSuccession,
  type PersonView,
  type PreviewSuccession,
  type SuccessionPreview,
} from '../../api/generated';
import { ROLES } from '../../words';
import { t } from '../../language/t';

/** 工作交接: everything open goes to a successor in one step, after it was shown. */
export function SuccessionModal({ person, onClose }: { person: PersonView; onClose: () => void }) {
  const [form] = Form.useForm<PreviewSuccession & { note?: string }>();
  const { note: _, ...asked } = Form.useWatch([], form) ?? {};
  const queries = useQueryClient();
  const { message } = App.useApp();
  const preview = useQuery({
    queryKey: ['succession', person.id, asked],
    queryFn: () => ask(previewSuccession({ path: { id: person.id }, body: asked as PreviewSuccession })),
    enabled: !!asked.successorId,
    staleTime: 0,
    retry: false,
  });
  const shown = preview.data;
  const apply = useMutation({
    mutationFn: ({ note, ...fields }: PreviewSuccession & { note?: string }) =>
      ask(applySuccession({ path: { id: person.id }, body: { ...fields, note, preview: shown?.preview ?? '' } })),
    onSuccess: ({ moved }) => {
      void queries.invalidateQueries();
      void message.success(t`已移交 ${moved} 项，历史记录保留原责任人`);
      onClose();
    },
    // What was shown is not what would be moved any more.
    onError: () => void preview.refetch(),
  });
  return (
    <Modal
      open
      width={680}
      title={t`工作交接：${person.name}`}
      okText={shown ? t`移交 ${shown.total} 项` : t`移交`}
      okButtonProps={{ disabled: !shown || preview.isFetching }}
      onOk={() => form.submit()}
      onCancel={onClose}
      confirmLoading={apply.isPending}
    >
      {apply.error && <Alert type="error" showIcon title={apply.error.message} style={{ marginBottom: 12 }} />}
      <Form
        form={form}
        layout="vertical"
        initialValues={{ positionIds: person.positions.map(({ id }) => id), roles: false, leaves: !person.active }}
        onFinish={(fields) => apply.mutate(fields)}
      >
        <Form.Item name="successorId" label={t`接任人`} rules={[{ required: true, message: t`请选择接任人` }]}>
          <Successor without={person.id} />
        </Form.Item>
        <Form.Item
          name="positionIds"
          label={t`一并移交的职务`}
          extra={t`归职务所有的任务随职务移交`}
          hidden={!person.positions.length}
        >
          <Checkbox.Group
            options={person.positions.map(({ id, unitName, title }) => ({ value: id, label: `${unitName} ${title}` }))}
          />
        </Form.Item>
        <Form.Item name="roles" valuePropName="checked" noStyle hidden={!person.roles.length}>
          <Checkbox>
            {t`一并移交角色（`}
            {person.roles.map(({ unitName, role }) => `${unitName} ${ROLES[role]}`).join('、')}）
          </Checkbox>
        </Form.Item>
        <Form.Item name="leaves" valuePropName="checked">
          <Checkbox disabled={!person.active}>{t`此人离任，同时停用账号`}</Checkbox>
        </Form.Item>
        <Form.Item name="note" label={t`交接说明`}>
          <Input maxLength={500} placeholder={t`选填，例如：岗位调整`} />
        </Form.Item>
      </Form>
      {preview.error && <Alert type="warning" showIcon title={preview.error.message} />}
      {preview.isLoading && <Skeleton active />}
      {shown && <Shown preview={shown} />}
    </Modal>
  );
}

function Shown({ preview: { total, overdue, successor, kinds } }: { preview: SuccessionPreview }) {
  return (
    <section aria-label={t`将要移交的事项`}>
      <Alert
        style={{ marginBottom: 8 }}
        type={overdue > 0 ? 'warning' : 'info'}
        showIcon
        title={
          total === 0
            ? t`名下没有未办结事项；确认后只移交所选的职务和角色。`
            : t`将移交给${successor}：${total} 项未办结事项${overdue > 0 ? t`，其中 ${overdue} 项已逾期` : ''}`
        }
      />
      {kinds
        .filter(({ count }) => count > 0)
        .map(({ kind, label, noun, count, overdue: late, items }) => (
          <details key={kind} open={count <= 20}>
            <summary>
              {label}（{count}）
              {late > 0 && (
                <span className="late">
                  {t`，逾期`} {late}
                </span>
              )}
            </summary>
            <ul className="plain scrolled">
              {items.map((item) => (
                <li key={item.id}>
                  <Link to={`/${noun}/${item.id}`} target="_blank">
                    {item.title}
                  </Link>
                  <span className={item.overdue ? 'late nowrap' : 'quiet nowrap'}>
                    {item.dueOn ?? t`未定时限`}
                    {item.overdue && t`（逾期）`}
                  </span>
                </li>
              ))}
              {items.length < count && (
                <li className="quiet">
                  {t`另有`} {count - items.length} {t`项，一并移交`}
                </li>
              )}
            </ul>
          </details>
        ))}
    </section>
  );
}

interface SuccessorProps {
  id?: string;
  value?: string;
  onChange?: (id: string) => void;
  without: string;
}

/** Any active person whom the administrator manages, found by name. */
function Successor({ id, value, onChange, without }: SuccessorProps) {
  const [q, setQ] = useState('');
  const { data, isFetching } = useQuery({
    queryKey: ['people', 'successors', q],
    queryFn: () => ask(listPeople({ query: { q: q || undefined, active: true, limit: 50 } })),
    staleTime: 60_000,
    placeholderData: (former) => former,
  });
  return (
    <Select
      id={id}
      value={value}
      onChange={onChange}
      loading={isFetching}
      showSearch={{ filterOption: false, onSearch: setQ }}
      placeholder={t`输入姓名查找`}
      notFoundContent={t`没有找到在职人员`}
      options={(data?.rows ?? [])
        .filter((one) => one.id !== without)
        .map(({ id: own, name, positions }) => ({
          value: own,
          label: [name, ...positions.map(({ unitName, title }) => `${unitName} ${title}`)].join(' · '),
        }))}
    />
  );
}
