import { oc } from '@orpc/contract';
import { z } from 'zod';
import { auditCheck, auditEntry } from './model.ts';

export const auditContract = {
  list: oc
    .route({ method: 'GET', path: '/place/audit', summary: 'What counted and what was refused, newest first' })
    .input(z.object({ skip: z.coerce.number().int().nonnegative().default(0) }))
    .output(z.object({ items: z.array(auditEntry), next: z.number().int().nullable() })),
  check: oc.route({ method: 'GET', path: '/place/audit/check', summary: 'Whether every row of the audit is as it was written' }).output(auditCheck),
};
