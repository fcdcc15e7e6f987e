import type { SparkHas } from '#shared/features/sparks/model.ts';
import { say } from '#shared/words/say.ts';

const counted = ['have-tried', 'can-help', 'know-someone', 'affects-me'] as const;

/** What a spark has, in parts of a sentence: "seen in 4 places", "2 can help", "nobody receiving care yet". Never a total. */
export function hasParts({ sentences, sites, perspectives }: SparkHas): string[] {
  const parts: string[] = [];
  const seen = sentences['see-too'];
  if (seen > 0 && sites > 1) parts.push(say('sparks.has-seen-places', { count: sites }));
  else if (seen > 0) parts.push(say('sparks.has-see-too', { count: seen }));
  for (const sentence of counted) if (sentences[sentence] > 0) parts.push(say(`sparks.has-${sentence}`, { count: sentences[sentence] }));
  if (parts.length === 0) return [];
  if (!perspectives.includes('receiving')) parts.push(say('sparks.has-nobody-receiving'));
  else if (!perspectives.includes('delivering')) parts.push(say('sparks.has-nobody-delivering'));
  return parts;
}
