import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Alert, App, Button } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { ask } from '../../api/client';
import { getSetUp, loadExamples, type LoadedExamples } from '../../api/generated';
import { useMay } from '../../session/session';
import { t } from '../../language/t';

const LoadedExamplesModal = lazy(() => import('./LoadedExamplesModal'));

/** On the first run: fills an empty installation with an example organisation and reports. */
export function ExamplesOffer() {
  const manages = useMay('organisation.manage');
  const queries = useQueryClient();
  const { message } = App.useApp();
  const [loaded, setLoaded] = useState<LoadedExamples | null>(null);
  const { data } = useQuery({ queryKey: ['set-up'], queryFn: () => ask(getSetUp()), enabled: manages });
  const load = useMutation({
    mutationFn: () => ask(loadExamples()),
    onSuccess: async (examples) => {
      setLoaded(examples);
      await queries.invalidateQueries();
    },
    onError: (error) => message.error(error.message),
  });
  return (
    <>
      {data?.canLoadExamples && (
        <Alert
          type="info"
          showIcon
          title={t`系统里还没有内容`}
          description={t`可以先载入一套示例单位、人员和示例报告试用；也可以到“单位与人员”建立自己的单位，再导入第一份报告。`}
          action={
            <Button type="primary" loading={load.isPending} onClick={() => load.mutate()}>
              {t`载入示例单位和示例报告`}
            </Button>
          }
        />
      )}
      {loaded && (
        <Suspense>
          <LoadedExamplesModal loaded={loaded} onClose={() => setLoaded(null)} />
        </Suspense>
      )}
    </>
  );
}
