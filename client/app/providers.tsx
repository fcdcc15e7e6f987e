import { localStorageColorSchemeManager, MantineProvider } from '@mantine/core';
import { type QueryClient, QueryClientProvider } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Announcer } from '#client/ui/announcer.tsx';
import { theme, themeVariables } from '#client/ui/theme.ts';

/** The same key as public/first-paint.js, which sets the colours before the first paint. */
const look = localStorageColorSchemeManager({ key: 'kindling:look' });

/** What every part may rely on: the theme, the server's answers, a voice. */
export function Providers({ client, children }: { client: QueryClient; children: ReactNode }) {
  return (
    <MantineProvider theme={theme} cssVariablesResolver={themeVariables} defaultColorScheme="auto" colorSchemeManager={look}>
      <QueryClientProvider client={client}>
        <Announcer>{children}</Announcer>
      </QueryClientProvider>
    </MantineProvider>
  );
}
