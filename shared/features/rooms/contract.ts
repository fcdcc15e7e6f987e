import { oc } from '@orpc/contract';
import { z } from 'zod';
import { id } from '../../lib/ids.ts';
import { room, roomAccept, roomAsk, roomBecause, roomFinish, roomLearn, roomOffer, roomTest, roomWrite } from './model.ts';

const list = z.object({ items: z.array(room) });

export const roomsContract = {
  list: oc.route({ method: 'GET', path: '/initiatives/{id}/rooms', summary: 'Rooms to test of an initiative' }).input(z.object({ id })).output(list),
  mine: oc
    .route({ method: 'GET', path: '/me/rooms', summary: 'Rooms to test I was asked for or gave, those that wait or end soon first' })
    .output(list),
  ask: oc.route({ method: 'POST', path: '/initiatives/{id}/rooms/ask', summary: 'Ask a person for a room to test' }).input(roomAsk).output(room),
  offer: oc.route({ method: 'POST', path: '/initiatives/{id}/rooms', summary: 'Offer a room to test' }).input(roomOffer).output(room),
  write: oc
    .route({ method: 'PUT', path: '/rooms/{id}', summary: 'Write or change my room to test; it has to be accepted again' })
    .input(roomWrite)
    .output(room),
  decline: oc.route({ method: 'POST', path: '/rooms/{id}/decline', summary: 'Say no to a room I was asked for' }).input(roomBecause).output(room),
  accept: oc.route({ method: 'POST', path: '/rooms/{id}/accept', summary: 'The team accepts the words it read' }).input(roomAccept).output(room),
  revoke: oc.route({ method: 'POST', path: '/rooms/{id}/revoke', summary: 'Take my room to test back, at once' }).input(roomBecause).output(room),
  finish: oc.route({ method: 'POST', path: '/rooms/{id}/finish', summary: 'The team needs it no more' }).input(roomFinish).output(room),
  learn: oc.route({ method: 'POST', path: '/rooms/{id}/learned', summary: 'What was learned' }).input(roomLearn).output(room),
  link: oc
    .route({ method: 'PUT', path: '/rooms/{id}/tests/{elementId}', summary: 'Say which test of change it covers' })
    .input(roomTest)
    .output(room),
  unlink: oc.route({ method: 'DELETE', path: '/rooms/{id}/tests/{elementId}', summary: 'It does not cover this test' }).input(roomTest).output(room),
};
