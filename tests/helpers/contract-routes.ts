/** Every route of the contract, walked. */
import { type AnyContractProcedure, type AnyContractRouter, isContractProcedure } from '@orpc/contract';
import { contract } from '#shared/contract/contract.ts';

export interface ContractRoute {
  /** As it is called: `asks.answer`. */
  readonly name: string;
  readonly method: string;
  readonly path: string;
  readonly procedure: AnyContractProcedure;
}

export const contractRoutes: readonly ContractRoute[] = walked(contract, []);

function walked(router: AnyContractRouter, names: readonly string[]): ContractRoute[] {
  if (!isContractProcedure(router)) return Object.entries(router).flatMap(([name, inner]) => walked(inner, [...names, name]));
  const { method = 'POST', path = '' } = router['~orpc'].route;
  return [{ name: names.join('.'), method, path, procedure: router }];
}
