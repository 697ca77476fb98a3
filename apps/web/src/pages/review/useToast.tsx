import { App, Button } from 'antd';
import { useNavigate } from 'react-router';
import { t } from '../../language/t';

/** Seconds that a result with a way back stays. */
const STAYS = 6;

/** One result at a time at the upper edge, with the way back and the way on. */
export function useToast(undo: () => void) {
  const { message } = App.useApp();
  const key = 'review-step';
  const navigate = useNavigate();
  // Messages are drawn outside of the router, where its links do not work.
  const on = (to: string | undefined, words: string) =>
    to && (
      <Button size="small" type="primary" onClick={() => (message.destroy(key), void navigate(to))}>
        {words}
      </Button>
    );
  return {
    say: (words: string, to?: string) =>
      void message.success({
        key,
        duration: STAYS,
        content: (
          <span className="desk-toast">
            {words} {on(to, t`查看任务`)}
          </span>
        ),
      }),
    undoable: (words: string, to?: string) =>
      void message.success({
        key,
        duration: STAYS,
        content: (
          <span className="desk-toast">
            {words}{' '}
            <Button size="small" onClick={() => (message.destroy(key), undo())}>
              {t`撤销（u）`}
            </Button>{' '}
            {on(to, t`去交办`)}
          </span>
        ),
      }),
  };
}
