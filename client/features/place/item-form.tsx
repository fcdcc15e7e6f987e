import { useState } from 'react';
import { Act } from '#client/ui/act.tsx';
import { Choice } from '#client/ui/choice.tsx';
import { TextLine } from '#client/ui/text-line.tsx';
import type { GroupSide } from '#shared/features/place/model.ts';
import { say } from '#shared/words/say.ts';
import css from './place-list.module.css';
import type { Item } from './place-list.tsx';

const sides = (['staff', 'community'] as const).map((value) => ({ value, label: say(`placePage.side-${value}`) }));

/** The name of a group or site, and a group's side of the table. */
export function ItemForm({
  what,
  item,
  act,
  onSend,
  onCancel,
}: {
  what: 'group' | 'site';
  item: Item;
  act: string;
  onSend: (item: Item) => Promise<void>;
  onCancel?: () => void;
}) {
  const [name, setName] = useState(item.name);
  const [side, setSide] = useState<GroupSide>(item.side ?? 'staff');
  const [busy, setBusy] = useState(false);
  async function send() {
    setBusy(true);
    await onSend({ ...item, name, ...(what === 'group' ? { side } : {}) });
    setBusy(false);
  }
  return (
    <form
      noValidate
      aria-label={`${act}: ${item.name || say(`placePage.${what}-name`)}`}
      className={css['form']}
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <TextLine label={say(`placePage.${what}-name`)} value={name} onChange={setName} maxLength={80} />
      {what === 'group' && <Choice<GroupSide> legend={say('placePage.side')} value={side} options={sides} onChange={setSide} />}
      <div className={css['acts']}>
        <Act type="submit" tone="plain" busy={busy}>
          {act}
        </Act>
        {onCancel && (
          <Act tone="quiet" onClick={onCancel}>
            {say('placePage.cancel')}
          </Act>
        )}
      </div>
    </form>
  );
}
