import '#client/ui/styles.ts';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { newQueryClient } from '#client/api/query-client.ts';
import { api } from '#client/api/api.ts';
import { App } from './app.tsx';
import { Providers } from './providers.tsx';

const client = newQueryClient(() => void client.invalidateQueries({ queryKey: api.people.me.key() }));
const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no #root');

createRoot(root).render(
  <StrictMode>
    <Providers client={client}>
      <App />
    </Providers>
  </StrictMode>,
);
