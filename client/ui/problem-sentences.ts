/** The sentences of a problem, ready to show. */
import type { FieldProblem, ProblemBody } from '#shared/lib/problem.ts';
import { sayKey } from '#shared/words/say.ts';

type Labels = Readonly<Record<string, string>>;

/** Why it did not work, as a sentence. */
export function problemSentence(problem: ProblemBody): string {
  return sayKey(problem.reason, problem.values ?? {});
}

/** What is wrong with one field of the screen, to give to that field's `error`. */
export function fieldError(problem: ProblemBody | null, field: string): string | undefined {
  const found = problem?.fields?.find((one) => one.field === field);
  return found && fieldSentence(found);
}

/** One line a field: its label as the screen says it, and the reason. */
export function fieldLines(problem: ProblemBody, labels: Labels): readonly { field: string; label: string; sentence: string }[] {
  return (problem.fields ?? []).map((one) => ({ field: one.field, label: labels[one.field] ?? plainName(one.field), sentence: fieldSentence(one) }));
}

function fieldSentence(one: FieldProblem): string {
  return sayKey(one.reason, one.values ?? {});
}

/** A readable stand-in for a field no label was given for: `helpHours` becomes "help hours". */
function plainName(field: string): string {
  return field
    .replaceAll('.', ' ')
    .replaceAll(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase();
}
