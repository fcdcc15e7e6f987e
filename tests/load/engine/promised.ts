/** A promise and what settles it, for something that is heard of later. */
export interface Promised {
  readonly promise: Promise<void>;
  resolve(): void;
  reject(reason: Error): void;
}

export function promised(): Promised {
  let settle: Pick<Promised, 'resolve' | 'reject'> | null = null;
  const promise = new Promise<void>((resolve, reject) => (settle = { resolve, reject }));
  return { promise, resolve: () => settle?.resolve(), reject: (reason) => settle?.reject(reason) };
}
