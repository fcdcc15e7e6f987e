import { type ReactNode, Suspense, useCallback, useEffect } from 'react';
import { Route, Switch, useLocation } from 'wouter';
import { say } from '#shared/words/say.ts';
import { useChangedPerson, useMe } from '#client/api/me.ts';
import { personStore } from '#client/api/person-store.ts';
import { LiveProvider } from '#client/realtime/live.tsx';
import { watchAddress } from '#client/ui/arrival.ts';
import { LinkAct } from '#client/ui/act.tsx';
import { EmptyState } from '#client/ui/empty-state.tsx';
import { Loading } from '#client/ui/loading.tsx';
import { Page } from '#client/ui/page.tsx';
import { addresses } from './addresses.ts';
import { ErrorBoundary } from './error-boundary.tsx';
import { Layout } from './layout.tsx';
import { routes } from './routes.tsx';

/** The frame, and in it the screen that belongs to the address. */
export function App() {
  const [location] = useLocation();
  useEffect(watchAddress, []);
  return (
    <Live>
      <Layout>
        <ErrorBoundary resetKey={location}>
          <Suspense fallback={<Loading lines={5} />}>
            <Switch>
              {routes.map(({ pattern, Screen }) => (
                <Route key={pattern} path={pattern}>
                  <Screen />
                </Route>
              ))}
              <Route>
                <NoPage />
              </Route>
            </Switch>
          </Suspense>
        </ErrorBoundary>
      </Layout>
    </Live>
  );
}

/** The line to the server belongs to whoever is here. */
function Live({ children }: { children: ReactNode }) {
  const { person, pending } = useMe();
  const changed = useChangedPerson();
  const ended = useCallback(() => void changed(), [changed]);
  const who = person?.id;
  useEffect(() => {
    // From now on this page is theirs: once they have signed out here, in whatever page, it keeps nothing more for them.
    if (who !== undefined) personStore(who);
  }, [who]);
  return (
    <LiveProvider who={pending ? undefined : (who ?? null)} onSessionEnded={ended}>
      {children}
    </LiveProvider>
  );
}

function NoPage() {
  return (
    <Page title={say('shell.no-page')}>
      <EmptyState title={say('shell.no-page')} action={<LinkAct to={addresses.wall()}>{say('shell.to-wall-instead')}</LinkAct>}>
        {say('shell.no-page-why')}
      </EmptyState>
    </Page>
  );
}
