/** Every route of the contract, gathered from the features. */
import { peopleRoutes } from '../features/people/routes.ts';
import { placeRoutes } from '../features/place/routes.ts';
import { api } from './handler.ts';

export const routes = api.router({
  place: placeRoutes,
  people: peopleRoutes,
});
