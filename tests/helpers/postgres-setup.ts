/**
 * A PostgreSQL for one vitest run: the one of DATABASE_URL, or else a throw-away one.
 * Test files read `inject('postgresUrl')`: a connection that may `create database`, so that every file works in a database of its own.
 */
import type { TestProject } from 'vitest/node';
import { startThrowawayPostgres } from './throwaway-postgres.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Address of a database from which others can be made. */
    postgresUrl: string;
  }
}

/** vitest calls this once before the project's files, and what it returns once after them. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const given = process.env['DATABASE_URL'];
  if (given !== undefined && given !== '') {
    project.provide('postgresUrl', given);
    return () => Promise.resolve();
  }
  const postgres = await startThrowawayPostgres();
  project.provide('postgresUrl', postgres.url);
  return () => postgres.stop();
}
