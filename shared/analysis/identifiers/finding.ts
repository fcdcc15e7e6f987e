export type IdentifierKind =
  'nhs-number' | 'hospital-number' | 'date-of-birth' | 'phone' | 'email' | 'postcode' | 'address' | 'titled-name' | 'name-and-health';

/** A stretch of text that may tell who somebody is; `start` and `end` are offsets as in String.slice. */
export interface Identifier {
  readonly kind: IdentifierKind;
  readonly start: number;
  readonly end: number;
  /** `block`: a valid NHS number, refused. `warn`: pointed out, and a person decides. */
  readonly severity: 'block' | 'warn';
}

/** A warning for every match of a pattern that `keeps` does not refuse. The pattern has the g flag and only bounded repetition. */
export function warnings(kind: IdentifierKind, text: string, pattern: RegExp, keeps: (match: RegExpExecArray) => boolean = () => true): Identifier[] {
  const found: Identifier[] = [];
  for (const match of text.matchAll(pattern)) {
    if (keeps(match)) found.push({ kind, start: match.index, end: match.index + match[0].length, severity: 'warn' });
  }
  return found;
}
