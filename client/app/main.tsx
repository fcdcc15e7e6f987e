import '#client/ui/styles.ts';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { api } from '#client/api/api.ts';
import { restoreAnswers } from '#client/api/kept-answers.ts';
import { newQueryClient } from '#client/api/query-client.ts';
import { App } from './app.tsx';
import { loadWords } from './load-words.ts';
import { Providers } from './providers.tsx';
import { firstScreen } from './routes.tsx';

// zod comes with the board and would compile its schemas; this page allows no eval, so it need not try.
Object.assign(globalThis, { __zod_globalConfig: { jitless: true } });

const client = newQueryClient(() => void client.invalidateQueries({ queryKey: api.people.me.key() }));
restoreAnswers(client, { me: api.people.me.queryKey(), place: api.place.read.queryKey() });
const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no #root');

// Elsewhere than on the wall nobody sees the page's own spark box.
if (!document.documentElement.hasAttribute('data-early')) document.getElementById('early')?.remove();

const page = createRoot(root);
const draw = () =>
  page.render(
    <StrictMode>
      <Providers client={client}>
        <App />
      </Providers>
    </StrictMode>,
  );
void firstScreen(location.pathname).then(draw, () => {
  // The screen itself asks again and knows how to say so. What was written in the page's own box is kept until the wall is there.
  document.getElementById('early')?.remove();
  draw();
});

// By the time somebody leaves the wall, what the other screens say is there.
addEventListener('load', () => setTimeout(() => void loadWords().catch(() => undefined), 4000));
