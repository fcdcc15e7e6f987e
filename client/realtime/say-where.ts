/** Tells the server where this page is: the last word within a short while, not every step. */
export interface SayWhere {
  soon(): void;
  stop(): void;
}

const pauseMs = 80;

export function sayWhere(say: () => void): SayWhere {
  let timer: ReturnType<typeof setTimeout> | null = null;
  return {
    soon: () =>
      void (timer ??= setTimeout(() => {
        timer = null;
        say();
      }, pauseMs)),
    stop: () => {
      if (timer !== null) clearTimeout(timer);
      timer = null;
    },
  };
}
