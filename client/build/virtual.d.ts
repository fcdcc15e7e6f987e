declare module 'virtual:contract-routes' {
  import type { contract } from '#shared/contract/contract.ts';
  /** The contract without its schemas: enough to call it, not to check with it. */
  const routes: typeof contract;
  export default routes;
}
