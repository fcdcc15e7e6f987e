/** Notices: what a person is told of, and how they want to be told. */
import { z } from 'zod';
import { digestRhythms, noticeWhys } from './why.ts';

export const noticeWhy = z.enum(noticeWhys);
export const digestRhythm = z.enum(digestRhythms);
