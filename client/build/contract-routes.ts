/** Gives the browser the contract's methods and paths as plain data, so that the schemas (and zod with them) stay on the server. */
import { fileURLToPath } from 'node:url';
import { type AnyContractRouter, minifyContractRouter } from '@orpc/contract';
import { type Plugin, runnerImport } from 'vite';

const name = 'virtual:contract-routes';
const resolved = `\0${name}`;
const contractFile = fileURLToPath(new URL('../../shared/contract/contract.ts', import.meta.url));

/** The module `virtual:contract-routes`: a default export shaped like the contract. Used by Vite and by the tests of the client. */
export function contractRoutes(): Plugin {
  return {
    name: 'kindling:contract-routes',
    resolveId: (id) => (id === name ? resolved : null),
    async load(id) {
      if (id !== resolved) return null;
      const { module, dependencies } = await runnerImport<{ contract: AnyContractRouter }>(contractFile, { configFile: false, logLevel: 'error' });
      for (const file of [contractFile, ...dependencies]) this.addWatchFile(file);
      return `export default ${JSON.stringify(minifyContractRouter(module.contract), routeOnly)}`;
    },
  };
}

/** Summaries and tags are for the API's document, not for the wire. */
function routeOnly(key: string, value: unknown): unknown {
  return key === 'summary' || key === 'description' || key === 'tags' ? undefined : value;
}
