import { useQueryClient } from '@tanstack/react-query';
import { Alert, Button } from 'antd';
import { ApiError } from '../api/client';
import { ChangeLines } from './ChangeLines';
import { at } from './time';
import { t } from '../language/t';

interface Props {
  error: Error;
  /** What a deed is called. */
  deeds: Record<string, string>;
  /** What has to be read again when it was changed meanwhile. */
  queryKey: readonly unknown[];
  /** Takes the refusal away once that is done. */
  reset: () => void;
}

/** Why a move was refused, with what others did while its form was open. */
export function RefusedMove({ error, deeds, queryKey, reset }: Props) {
  const queries = useQueryClient();
  const refused = error instanceof ApiError ? error : null;
  const reload = () => void queries.invalidateQueries({ queryKey }).then(reset);
  return (
    <Alert
      type="error"
      showIcon
      title={error.message}
      description={refused?.since.map(({ at: when, by, action, changes, reason }) => (
        <div key={when + action}>
          {by}
          {t`于`} {at(when)} {deeds[action] ?? action}
          {reason && `：${reason}`}
          <ChangeLines changes={changes} />
        </div>
      ))}
      action={
        refused?.status === 409 && (
          <Button size="small" onClick={reload}>
            {t`刷新`}
          </Button>
        )
      }
      style={{ marginBottom: 12 }}
    />
  );
}
