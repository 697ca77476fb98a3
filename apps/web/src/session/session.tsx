import { onlineManager, useQuery, useQueryClient } from '@tanstack/react-query';
import { Modal, Spin } from 'antd';
import { createContext, Suspense, useContext, useEffect, useState } from 'react';
import { Outlet } from 'react-router';
import { ApiError, ask, SESSION_LOST } from '../api/client';
import { getSession, type Me } from '../api/generated';
import { Failure } from '../components/Failure';
import { lazyPart } from '../components/lazy-part';
import { t } from '../language/t';

// Who is signed in needs none of these.
const PasswordPage = lazyPart(() => import('./PasswordPage'), 'PasswordPage');
const SignInForm = lazyPart(() => import('./SignInForm'), 'SignInForm');
const SignInPage = lazyPart(() => import('./SignInPage'), 'SignInPage');

const Session = createContext<Me | null>(null);

/** The person who is signed in. */
export function useMe(): Me {
  const me = useContext(Session);
  if (!me) throw new Error('outside of SessionGate');
  return me;
}

export function useMay(permission: Me['may'][number]): boolean {
  return useMe().may.includes(permission);
}

async function fetchMe(): Promise<Me | null> {
  try {
    return await ask(getSession());
  } catch (error) {
    if (error instanceof ApiError && error.status === 401) return null;
    throw error;
  }
}

/** Shows the application to whoever is signed in. A session that ends later is renewed above the page, which keeps its text. */
export function SessionGate() {
  const queries = useQueryClient();
  const {
    data: me,
    error,
    refetch,
  } = useQuery({ queryKey: ['me'], queryFn: fetchMe, staleTime: Infinity, retry: false, networkMode: 'always' });
  const [lost, setLost] = useState(false);

  useEffect(() => {
    // What the page reads waits until somebody is signed in again: a page is not replaced by an error, and keeps its text.
    const onLost = () => {
      onlineManager.setOnline(false);
      setLost(true);
    };
    window.addEventListener(SESSION_LOST, onLost);
    return () => window.removeEventListener(SESSION_LOST, onLost);
  }, []);

  const signedIn = (next: Me) => {
    queries.setQueryData(['me'], next);
    setLost(false);
    onlineManager.setOnline(true);
    void queries.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'me' });
  };

  if (error) return <Failure error={error} retry={() => void refetch()} />;
  const opening = <Spin fullscreen description={t`正在打开…`} />;
  if (me === undefined) return opening;
  if (me === null || me.mustChangePassword) {
    return (
      <Suspense fallback={opening}>
        {me ? <PasswordPage first onDone={signedIn} /> : <SignInPage onSignedIn={signedIn} />}
      </Suspense>
    );
  }
  return (
    <Session value={me}>
      <Outlet />
      <Modal
        open={lost}
        title={t`登录已过期，请重新登录`}
        footer={null}
        closable={false}
        mask={{ closable: false }}
        zIndex={2000}
      >
        <p>{t`页面上没有保存的内容还在，登录后可继续。`}</p>
        <Suspense fallback={<Spin />}>
          <SignInForm onSignedIn={signedIn} login={me.person.login} />
        </Suspense>
      </Modal>
    </Session>
  );
}
