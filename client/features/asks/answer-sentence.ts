import type { Ask } from '#shared/features/asks/model.ts';
import { say } from '#shared/words/say.ts';
import { calendarDay } from '#client/ui/dates.ts';

/** An answer in a sentence, without its reason. */
export function answerSentence({ answer, by, office }: Pick<Ask, 'answer' | 'by' | 'office'>): string {
  if (answer === null) return '';
  if (answer === 'will') return say('asks.answered-will', { day: by === null ? '' : calendarDay(by) });
  return answer === 'belongs' && office !== '' ? say('asks.answered-office', { office }) : say(`asks.answered-${answer}`);
}
