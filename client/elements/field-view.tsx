import type { AnyElement } from '#shared/elements/kind.ts';
import { choiceWord, fieldWord } from '#shared/elements/wording.ts';
import { say } from '#shared/words/say.ts';
import { Link } from 'wouter';
import { useCards } from '#client/board/use-cards.ts';
import { day } from '#client/ui/dates.ts';
import css from './card.module.css';
import { useSurroundings } from './card-context.ts';
import type { NamedField } from './fields-of.ts';

/** One field of a card to read: what is asked, small, and what people wrote. */
export function FieldView({ card, named: { name, field }, alone }: { card: AnyElement; named: NamedField; alone: boolean }) {
  const value = card.values[name] ?? null;
  const label = fieldWord(card.kind, name);
  if (field.type === 'ref') return <RefView to={field.to} id={String(value)} label={label} />;
  if (field.type === 'line' || field.type === 'text') {
    return (
      <div className={css['said']}>
        <dt className={alone ? css['only-heard'] : undefined}>{label}</dt>
        <dd className={css['words']}>{String(value)}</dd>
      </div>
    );
  }
  return (
    <div className={css['fact']}>
      <dt>{label}</dt>
      <dd>{field.type === 'link' ? <Outside href={String(value)} /> : plainWords(card.kind, name, field.type, value)}</dd>
    </div>
  );
}

function plainWords(kind: string, name: string, type: 'oneOf' | 'day' | 'number' | 'yesNo', value: unknown): string {
  if (type === 'oneOf') return choiceWord(kind, name, String(value));
  if (type === 'day') return day(String(value));
  if (type === 'yesNo') return say(value === true ? 'board.yes' : 'board.no');
  return type === 'number' && typeof value === 'number'
    ? new Intl.NumberFormat(document.documentElement.lang || 'en-GB').format(value)
    : String(value);
}

/** A link out of Kindling says where it leads. */
function Outside({ href }: { href: string }) {
  const host = URL.canParse(href) ? new URL(href).host : href;
  return (
    <a href={href} rel="noopener noreferrer nofollow" target="_blank">
      {host}
    </a>
  );
}

function RefView({ to, id, label }: { to: 'element' | 'spark'; id: string; label: string }) {
  const { sparkAddress } = useSurroundings();
  const other = useCards().find((card) => card.id === id);
  if (to === 'element' && other === undefined) return null;
  return (
    <div className={css['fact']}>
      <dt className={to === 'spark' ? css['only-heard'] : undefined}>{label}</dt>
      <dd>{to === 'spark' ? <Link to={sparkAddress(id)}>{say('board.from-wall')}</Link> : <a href={`#card-${id}`}>{other?.values.title}</a>}</dd>
    </div>
  );
}
