/** SQLite's statements, kept: reading the same SQL again costs as much as carrying it out. */
import type Database from 'better-sqlite3';

/** Lists of ids make a statement a length; more than these are let go, the longest unused first. */
const mostKept = 400;

/** From now on the connection prepares each SQL text once. Drizzle prepares and carries out in one go, so that no two uses of a statement meet. */
export function keepStatements(database: Database.Database): void {
  const kept = new Map<string, Database.Statement>();
  const prepareAnew = database.prepare.bind(database);
  const prepare = (source: string): Database.Statement => {
    const statement = kept.get(source) ?? prepareAnew(source);
    kept.delete(source);
    kept.set(source, statement);
    const [longestUnused] = kept.keys();
    if (kept.size > mostKept && longestUnused !== undefined) kept.delete(longestUnused);
    // As a new one would be: who wants rows as lists says so.
    return statement.reader ? statement.raw(false) : statement;
  };
  Object.assign(database, { prepare });
}
