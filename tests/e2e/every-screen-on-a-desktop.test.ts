import { everyScreenOn } from './every-screen.ts';

everyScreenOn('desktop');
