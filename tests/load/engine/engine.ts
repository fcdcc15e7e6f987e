/** `engine`: the board engine beside Hocuspocus and a bare broadcast. Each work can be run alone by its name. */
import type { Bench } from '../bench.ts';
import { coldOpenBench } from './cold-open.ts';
import { largeMergeBench } from './large-merge.ts';
import { manyBoardsBench, thousandBench } from './many-boards.ts';
import { killsBench } from './kills.ts';
import { humanFew, humanMany, humanSlow, raisedBench } from './one-board.ts';
import { stormBench } from './storm.ts';
import { tracesBench } from './traces.ts';

export const engineBenches: readonly Bench[] = [
  raisedBench('raised-200', { pages: 200, editors: 10 }),
  raisedBench('raised-50', { pages: 50, editors: 10 }),
  humanMany,
  humanSlow,
  humanFew,
  manyBoardsBench,
  coldOpenBench,
  tracesBench,
  killsBench,
  thousandBench,
  stormBench,
  largeMergeBench,
];
