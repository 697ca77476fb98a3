import { DownloadOutlined } from '@ant-design/icons';
import { useMutation } from '@tanstack/react-query';
import { App, Button } from 'antd';
import { useRef, useState } from 'react';
import type { ColumnChoice } from '../../../api/generated';
import type { TaskFilterValues } from '../useTaskFilters';
import { saveList, type Arrived } from './save-list';
import { t } from '../../../language/t';

const MEGABYTE = 1_000_000;

/** Saves what the list shows as a workbook; says how far it is, and can be stopped. */
export function ExportButton({ filters, columns }: { filters: TaskFilterValues; columns: readonly ColumnChoice[] }) {
  const { message } = App.useApp();
  const stop = useRef<AbortController>(null);
  const [arrived, setArrived] = useState<Arrived | null>(null);
  const save = useMutation({
    mutationFn: () => {
      stop.current = new AbortController();
      return saveList(filters, columns, stop.current.signal, setArrived);
    },
    onSuccess: () => void message.success(t`已导出 Excel 文件`),
    onError: (error) => {
      if (!stop.current?.signal.aborted) void message.error(error.message);
    },
    onSettled: () => setArrived(null),
  });
  if (!save.isPending) {
    return (
      <Button icon={<DownloadOutlined aria-hidden />} onClick={() => save.mutate()}>
        {t`导出 Excel`}
      </Button>
    );
  }
  return (
    <span className="exporting" role="status">
      {arrived ? t`正在导出 ${arrived.total} 项，已收到 ${(arrived.bytes / MEGABYTE).toFixed(1)} MB` : t`正在准备导出…`}
      <Button size="small" onClick={() => stop.current?.abort()}>
        {t`停止`}
      </Button>
    </span>
  );
}
