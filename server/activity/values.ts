/** The values of an activity sentence, in a reader's language: codes become words. */
import { kindNamed } from '#shared/elements/registry.ts';
import { initiativeState } from '#shared/features/initiatives/model.ts';
import type { Speech } from '#shared/words/say-in.ts';

export type ActivityValues = Readonly<Record<string, string | number>>;

/** A card is called what it is called now (`titleNow`), so that a card written after it was added does not stay nameless for ever. */
export function activityValues(speech: Speech, { values, titleNow }: { values: ActivityValues; titleNow: string | null }): ActivityValues {
  const title = titleNow ?? values['title'];
  return {
    ...values,
    ...(title === undefined ? {} : { title: String(title).trim() === '' ? speech.say('kinds.untitled') : title }),
    ...(values['state'] === undefined ? {} : { state: stateIn(speech, values) }),
  };
}

function stateIn({ say, sayKey }: Speech, { kind, state }: ActivityValues): string {
  const ofInitiative = initiativeState.safeParse(state);
  if (kind === undefined && ofInitiative.success) return say(`initiatives.state-${ofInitiative.data}`);
  const known = kindNamed(String(kind));
  return known !== null && Object.hasOwn(known.states, String(state)) ? sayKey(`kinds.${known.name}.state.${String(state)}`) : String(state);
}
