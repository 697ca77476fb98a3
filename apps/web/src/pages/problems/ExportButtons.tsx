import { useMutation } from '@tanstack/react-query';
import { App, Button } from 'antd';
import type { ExportThreeListsData } from '../../api/generated';
import { download } from '../../api/download';
import type { ProblemFilterValues } from './useProblemFilters';
import { t } from '../../language/t';

type Format = ExportThreeListsData['query']['format'];
const FORMATS: Record<Format, string> = { xlsx: t`导出 Excel`, docx: t`导出 Word` };

/** All three lists in one file, of the problems that the filters leave in. */
export function ExportButtons({ filters, disabled }: { filters: ProblemFilterValues; disabled: boolean }) {
  const { message } = App.useApp();
  const save = useMutation({
    mutationFn: (format: Format) => {
      const given = Object.entries(filters).map(([name, value]) => [name, String(value)]);
      return download(`/problems/three-lists/export?${new URLSearchParams([['format', format], ...given]).toString()}`);
    },
    onError: (error) => message.error(error.message),
  });
  return (Object.keys(FORMATS) as Format[]).map((format) => (
    <Button
      key={format}
      disabled={disabled || save.isPending}
      loading={save.isPending && save.variables === format}
      onClick={() => save.mutate(format)}
    >
      {FORMATS[format]}
    </Button>
  ));
}
