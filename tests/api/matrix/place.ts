import { newId } from '#shared/lib/ids.ts';
import type { Matrix } from './frame.ts';

export const placeMatrix: Matrix = {
  'place.read': { who: 'place.read', try: (c) => () => c.who.call.place.read() },
  'place.change': { who: 'place.change', try: (c) => () => c.who.call.place.change({ name: 'Here' }) },
  'place.putGroup': {
    who: 'place.change',
    try: (c) => () => c.who.call.place.putGroup({ id: newId(), name: 'Carers', side: 'community', archived: false }),
  },
  'place.putSite': { who: 'place.change', try: (c) => () => c.who.call.place.putSite({ id: newId(), name: 'Ward 4', archived: false }) },
  // Only in a demo, and this is none.
  'place.tryAs': { who: 'anyone', but: () => 'not-found problem.not-found', try: (c) => () => c.who.call.place.tryAs({ personId: c.ruth.personId }) },
  'audit.list': { who: 'audit.read', try: (c) => () => c.who.call.audit.list({}) },
  'audit.check': { who: 'audit.read', try: (c) => () => c.who.call.audit.check() },
};
