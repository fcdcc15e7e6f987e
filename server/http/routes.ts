/** Every route of the contract, gathered from the features. */
import { peopleRoutes } from '../features/people/routes.ts';
import { placeRoutes } from '../features/place/routes.ts';

export const routes = {
  place: placeRoutes,
  people: peopleRoutes,
};
