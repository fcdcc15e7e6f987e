/** Draws a part the way the page does, in the test's own document. */
import { MantineProvider } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import { act, type ReactNode } from 'react';
import { createRoot } from 'react-dom/client';
import { onTestFinished } from 'vitest';
import { newQueryClient } from '#client/api/query-client.ts';
import { Announcer } from '#client/ui/announcer.tsx';

/** A part drawn here has no line to any server: what it asks for fails as it does in a lift. */
const noLine = () => Promise.reject(new TypeError('Failed to fetch'));
Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true, fetch: noLine });

export interface Drawn {
  readonly element: HTMLElement;
  readonly redraw: (part: ReactNode) => Promise<void>;
  /** The first element that matches; throws when there is none, so that a test says what it missed. */
  readonly find: (selector: string) => HTMLElement;
  readonly click: (selector: string) => Promise<void>;
}

/** Draws a part with everything parts rely on; it is taken away when the test ends. */
export async function draw(part: ReactNode): Promise<Drawn> {
  const element = document.body.appendChild(document.createElement('div'));
  const root = createRoot(element);
  const client = newQueryClient(() => undefined);
  const redraw = (next: ReactNode) =>
    act(async () => {
      root.render(
        <MantineProvider>
          <QueryClientProvider client={client}>
            <Announcer>{next}</Announcer>
          </QueryClientProvider>
        </MantineProvider>,
      );
    });
  onTestFinished(async () => {
    await act(async () => root.unmount());
    element.remove();
  });
  await redraw(part);
  const find = (selector: string) => {
    const found = element.querySelector<HTMLElement>(selector);
    if (found === null) throw new Error(`nothing matches ${selector} in ${element.innerHTML}`);
    return found;
  };
  return { element, redraw, find, click: (selector) => act(async () => find(selector).click()) };
}

/** Types into a line or a box as a person would: React hears of it. */
export async function type(into: HTMLElement, text: string): Promise<void> {
  const setValue = Object.getOwnPropertyDescriptor(Object.getPrototypeOf(into), 'value')?.set;
  await act(async () => {
    setValue?.call(into, text);
    into.dispatchEvent(new Event('input', { bubbles: true }));
  });
}
