/** My page, with what other features let me choose. */
import { MyChoice } from '#client/features/leadership/my-choice.tsx';
import { YouPage as You } from '#client/features/people/you-page.tsx';

export function YouPage() {
  return <You settings={<MyChoice />} />;
}
