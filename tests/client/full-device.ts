/** The device of a test keeps nothing more while the work runs. Its storage binds its methods at first use, so that its prototype is of no use here. */
export async function onAFullDevice(work: () => Promise<void>): Promise<void> {
  const setItem = localStorage.setItem.bind(localStorage);
  const become = (value: Storage['setItem']): unknown => Object.defineProperty(localStorage, 'setItem', { value, configurable: true });
  become(() => {
    throw new DOMException('full', 'QuotaExceededError');
  });
  try {
    await work();
  } finally {
    become(setItem);
  }
}
