import { useEffect, useState } from 'react';

export interface Care {
  /** What may tell who somebody is. */
  readonly mayIdentify: readonly string[];
  /** Valid NHS numbers: the server refuses them. */
  readonly refused: readonly string[];
}

const nothing: Care = { mayIdentify: [], refused: [] };
const pauseMs = 300;

/** Looks for text that may tell who a patient is, a moment after the last key. The patterns are fetched once somebody writes. */
export function useCare(text: string): Care {
  const [care, setCare] = useState(nothing);
  useEffect(() => {
    if (text.trim() === '') {
      setCare(nothing);
      return;
    }
    let ended = false;
    const timer = setTimeout(() => {
      look(text).then(
        (found) => {
          if (!ended) setCare(found);
        },
        () => undefined, // without a line the patterns may not come; the server looks again anyway.
      );
    }, pauseMs);
    return () => {
      ended = true;
      clearTimeout(timer);
    };
  }, [text]);
  return care;
}

async function look(text: string): Promise<Care> {
  const { findIdentifiers } = await import('#shared/analysis/identifiers/find-identifiers.ts');
  const found = findIdentifiers(text);
  const words = (severity: 'warn' | 'block') => found.filter((one) => one.severity === severity).map((one) => text.slice(one.start, one.end));
  return { mayIdentify: words('warn'), refused: words('block') };
}
