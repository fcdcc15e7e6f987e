/** Has the database itself refuse to change or remove a row of the audit; made anew at every opening, whatever became of it. */

const refusal = 'rows of the audit are never changed';

/** One statement each. A row put in the place of another is a change too, and SQLite calls no other trigger for it. */
export const sqliteAppendOnly: readonly string[] = [
  `create trigger if not exists audit_not_updated before update on audit begin select raise(abort, '${refusal}'); end`,
  `create trigger if not exists audit_not_deleted before delete on audit begin select raise(abort, '${refusal}'); end`,
  `create trigger if not exists audit_not_replaced before insert on audit when exists (select 1 from audit where seq = new.seq)
     begin select raise(abort, '${refusal}'); end`,
];

export const postgresAppendOnly: readonly string[] = [
  `create or replace function audit_refuses() returns trigger language plpgsql as $$ begin raise exception '${refusal}'; end $$`,
  'create or replace trigger audit_not_changed before update or delete on audit for each row execute function audit_refuses()',
  'create or replace trigger audit_not_emptied before truncate on audit for each statement execute function audit_refuses()',
];
