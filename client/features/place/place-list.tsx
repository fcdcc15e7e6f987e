import { useState } from 'react';
import { problemFrom } from '#client/api/problem-from.ts';
import { Act } from '#client/ui/act.tsx';
import { Disclosure } from '#client/ui/disclosure.tsx';
import { ProblemNotice } from '#client/ui/problem-notice.tsx';
import { Section } from '#client/ui/section.tsx';
import type { GroupSide } from '#shared/features/place/model.ts';
import type { ProblemBody } from '#shared/lib/problem.ts';
import { newId } from '#shared/lib/ids.ts';
import { say } from '#shared/words/say.ts';
import { ItemForm } from './item-form.tsx';
import css from './place-list.module.css';

export interface Item {
  readonly id: string;
  readonly name: string;
  readonly side?: GroupSide;
  readonly archived: boolean;
}

export interface PlaceListProps {
  what: 'group' | 'site';
  items: readonly Item[];
  onPut: (item: Item) => Promise<unknown>;
}

/** One of the place's own lists: add, change, put away, bring back. Nothing is deleted, since people and sparks point at it. */
export function PlaceList({ what, items, onPut }: PlaceListProps) {
  const [changing, setChanging] = useState<string | null>(null);
  const [problem, setProblem] = useState<ProblemBody | null>(null);
  const [newItem, setNewItem] = useState<Item>(() => empty(what));
  async function put(item: Item): Promise<boolean> {
    try {
      await onPut(item);
      setProblem(null);
      return true;
    } catch (thrown) {
      setProblem(problemFrom(thrown));
      return false;
    }
  }
  async function add(item: Item) {
    if (await put(item)) setNewItem(empty(what));
  }
  async function change(item: Item) {
    if (await put(item)) setChanging(null);
  }
  const shown = items.filter((item) => !item.archived);
  const away = items.filter((item) => item.archived);
  return (
    <Section title={say(`placePage.${what}s-title`)} hint={say(`placePage.${what}s-hint`)}>
      {shown.length === 0 && <p>{say(`placePage.none-${what}s`)}</p>}
      <ul className={css['list']}>
        {shown.map((item) => (
          <li key={item.id} className={css['item']}>
            {changing === item.id ? (
              <ItemForm what={what} item={item} act={say('placePage.save')} onSend={change} onCancel={() => setChanging(null)} />
            ) : (
              <Row item={item} onChange={() => setChanging(item.id)} onArchive={() => void put({ ...item, archived: true })} />
            )}
          </li>
        ))}
      </ul>
      <ProblemNotice problem={problem} labels={{ name: say(`placePage.${what}-name`) }} />
      <ItemForm key={newItem.id} what={what} item={newItem} act={say('placePage.add')} onSend={add} />
      {away.length > 0 && (
        <Disclosure label={say('placePage.put-away', { count: away.length })}>
          <ul className={css['list']}>
            {away.map((item) => (
              <li key={item.id} className={css['item']}>
                <span>{item.name}</span>
                <Act tone="quiet" label={say('placePage.restore-label', { name: item.name })} onClick={() => void put({ ...item, archived: false })}>
                  {say('placePage.restore')}
                </Act>
              </li>
            ))}
          </ul>
        </Disclosure>
      )}
    </Section>
  );
}

function Row({ item: { name, side }, onChange, onArchive }: { item: Item; onChange: () => void; onArchive: () => void }) {
  return (
    <>
      <span>
        {name}
        {side && <span className={css['side']}> · {say(`placePage.side-${side}`)}</span>}
      </span>
      <span className={css['acts']}>
        <Act tone="quiet" label={say('placePage.rename-label', { name })} onClick={onChange}>
          {say('placePage.rename')}
        </Act>
        <Act tone="quiet" label={say('placePage.archive-label', { name })} onClick={onArchive}>
          {say('placePage.archive')}
        </Act>
      </span>
    </>
  );
}

function empty(what: 'group' | 'site'): Item {
  return { id: newId(), name: '', archived: false, ...(what === 'group' ? { side: 'staff' as const } : {}) };
}
