import { onlineManager, useQueryClient } from '@tanstack/react-query';
import { Alert, App } from 'antd';
import { useEffect, useState } from 'react';
import { SERVER_AWAY } from '../api/client';
import { getHealth } from '../api/generated';
import { t } from '../language/t';

/** After which the server is asked again whether it is back, in milliseconds. */
const AGAIN = 5_000;

/** Says that the server cannot be reached, and when it can again; what is typed stays, and what is shown is read anew. */
export function ServerAway() {
  const queries = useQueryClient();
  const { message } = App.useApp();
  const [away, setAway] = useState(false);

  useEffect(() => {
    // What the page reads waits, so that it is not replaced by an error.
    const lost = () => {
      onlineManager.setOnline(false);
      setAway(true);
    };
    window.addEventListener(SERVER_AWAY, lost);
    window.addEventListener('offline', lost);
    return () => {
      window.removeEventListener(SERVER_AWAY, lost);
      window.removeEventListener('offline', lost);
    };
  }, []);

  useEffect(() => {
    if (!away) return;
    let timer: number | undefined;
    let over = false;
    const look = async () => {
      window.clearTimeout(timer);
      const there = await getHealth().then(
        ({ response }) => response?.ok ?? false,
        () => false,
      );
      if (over) return;
      if (!there) {
        timer = window.setTimeout(() => void look(), AGAIN);
        return;
      }
      setAway(false);
      onlineManager.setOnline(true);
      void message.success(t`已重新连上服务器`);
      void queries.invalidateQueries();
    };
    const lookNow = () => void look();
    timer = window.setTimeout(lookNow, AGAIN);
    window.addEventListener('online', lookNow);
    return () => {
      over = true;
      window.clearTimeout(timer);
      window.removeEventListener('online', lookNow);
    };
  }, [away, queries, message]);

  return (
    <div role="status">
      {away && (
        <Alert
          type="warning"
          banner
          title={t`连接不上服务器，正在自动重试。已填写的内容还在，请不要关闭页面；连上后再提交。`}
        />
      )}
    </div>
  );
}
