/** The colour of somebody's caret: the hue of their face, in the six digits that the editor's carets take. */
import { hueOf } from '#client/ui/initials.ts';

const saturation = 0.5;
const lightness = 0.74;

export function caretColour(personId: string): string {
  const hue = hueOf(personId);
  const amplitude = saturation * Math.min(lightness, 1 - lightness);
  const channel = (offset: number): string => {
    const turn = (offset + hue / 30) % 12;
    const value = lightness - amplitude * Math.max(-1, Math.min(turn - 3, 9 - turn, 1));
    return Math.round(value * 255)
      .toString(16)
      .padStart(2, '0');
  };
  return `#${channel(0)}${channel(8)}${channel(4)}`;
}
