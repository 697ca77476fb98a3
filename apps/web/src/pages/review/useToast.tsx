import { App, Button } from 'antd';
import { Link } from 'react-router';

/** Seconds that a result with a way back stays. */
const STAYS = 6;

/** One result at a time at the upper edge, with the way back and the way on. */
export function useToast(undo: () => void) {
  const { message } = App.useApp();
  const key = 'review-step';
  const on = (to: string | undefined, words: string) => (to ? <Link to={to}>{words}</Link> : null);
  return {
    say: (words: string, to?: string) =>
      void message.success({
        key,
        duration: STAYS,
        content: (
          <span className="desk-toast">
            {words} {on(to, '查看任务')}
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
              撤销（u）
            </Button>{' '}
            {on(to, '去交办')}
          </span>
        ),
      }),
  };
}
