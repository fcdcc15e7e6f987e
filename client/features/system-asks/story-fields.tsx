import { toldMax } from '#shared/features/system-asks/answers.ts';
import type { ProblemBody } from '#shared/lib/problem.ts';
import { say } from '#shared/words/say.ts';
import { fieldError } from '#client/ui/problem-sentences.ts';
import { TextBox } from '#client/ui/text-box.tsx';
import { useStartedDraft } from '#client/ui/use-started-draft.ts';

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
  const story = useStartedDraft(`told:${elementId}:story`, before.story);
  const waitCost = useStartedDraft(`told:${elementId}:waitCost`, before.waitCost);
  const tried = useStartedDraft(`told:${elementId}:tried`, before.tried);
  const boxes = { story, waitCost, tried };
  return {
    boxes,
    told: { story: story.text, waitCost: waitCost.text, tried: tried.text },
    clear: () => Object.values(boxes).forEach((one) => one.clear()),
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
