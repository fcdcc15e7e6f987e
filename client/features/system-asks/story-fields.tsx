import { useState } from 'react';
import { toldMax } from '#shared/features/system-asks/answers.ts';
import type { ProblemBody } from '#shared/lib/problem.ts';
import { say } from '#shared/words/say.ts';
import { fieldError } from '#client/ui/problem-sentences.ts';
import { TextBox } from '#client/ui/text-box.tsx';
import { useDraft } from '#client/ui/use-draft.ts';

export interface Told {
  readonly story: string;
  readonly waitCost: string;
  readonly tried: string;
}
type Name = keyof Told;

export const toldLabels = { story: say('systemAsks.story'), waitCost: say('systemAsks.wait-cost'), tried: say('systemAsks.tried') } as const;
const nothing: Told = { story: '', waitCost: '', tried: '' };

/** What a team tells about its blocker, kept on the device until it has arrived. */
export function useTold(elementId: string, before: Told = nothing) {
  const story = useWords(`told:${elementId}:story`, before.story);
  const waitCost = useWords(`told:${elementId}:waitCost`, before.waitCost);
  const tried = useWords(`told:${elementId}:tried`, before.tried);
  const boxes = { story, waitCost, tried };
  return {
    boxes,
    told: { story: story.text, waitCost: waitCost.text, tried: tried.text },
    clear: () => Object.values(boxes).forEach((one) => one.clear()),
  };
}

/** Begins with what was told before, and goes on with what is being written now. */
function useWords(key: string, before: string) {
  const draft = useDraft(key);
  const [begun, setBegun] = useState(false);
  return {
    text: begun || draft.text !== '' ? draft.text : before,
    setText(text: string) {
      setBegun(true);
      draft.setText(text);
    },
    clear: draft.clear,
  };
}

export function StoryFields({ boxes, problem }: { boxes: ReturnType<typeof useTold>['boxes']; problem: ProblemBody | null }) {
  const names: readonly Name[] = ['story', 'waitCost', 'tried'];
  return names.map((name) => (
    <TextBox
      key={name}
      label={toldLabels[name]}
      hint={name === 'story' ? say('systemAsks.story-hint') : undefined}
      optional
      minRows={2}
      error={fieldError(problem, name)}
      value={boxes[name].text}
      onChange={boxes[name].setText}
      maxLength={toldMax}
    />
  ));
}
