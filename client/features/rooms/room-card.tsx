import { Link } from 'wouter';
import type { Room } from '#shared/features/rooms/model.ts';
import { isOver, type RoomStand } from '#shared/features/rooms/states.ts';
import { daysUntil } from '#shared/lib/days.ts';
import { say } from '#shared/words/say.ts';
import { addresses } from '#client/app/addresses.ts';
import { Age } from '#client/ui/age.tsx';
import { Card } from '#client/ui/card.tsx';
import { calendarDay, day } from '#client/ui/dates.ts';
import { Disclosure } from '#client/ui/disclosure.tsx';
import { Face } from '#client/ui/face.tsx';
import { useNow } from '#client/ui/use-now.ts';
import { RoomWordsRead } from './room-words.tsx';
import css from './rooms.module.css';
import { SponsorActs } from './sponsor-acts.tsx';
import { TeamActs } from './team-acts.tsx';
import { useStand } from './use-rooms.ts';

export interface RoomCardProps {
  room: Room;
  /** On a page of its own it says which initiative it is for, and its words are folded away until they are asked for. */
  alone?: boolean;
  onDone: (sentence: string) => void;
}

/** One room to test: who gives it, what it says, how it stands, and what may be done with it. */
export function RoomCard({ room, alone = false, onDone }: RoomCardProps) {
  const { initiative, person, mine, words, tests } = room;
  const stand = useStand(room);
  const name = mine ? say('rooms.from-you', { name: person.label }) : person.label;
  const waitsForMe = mine && stand === 'asked';
  return (
    <Card as="li" tone={waitsForMe ? 'ember' : isOver(stand) ? 'sunk' : 'paper'}>
      {alone ? (
        <Link to={addresses.boardSection(initiative.id, 'sponsors')} className={css['about']}>
          {initiative.title}
        </Link>
      ) : (
        <Face person={{ id: person.id, label: name }} note={person.title ?? person.group} size="small" />
      )}
      <Standing room={room} stand={stand} />
      <Asked room={room} stand={stand} />
      {words !== null &&
        (alone ? (
          <>
            <p className={css['what']}>{words.what}</p>
            <Disclosure label={say('rooms.read')}>
              <RoomWordsRead words={words} answers={person.label} />
            </Disclosure>
          </>
        ) : (
          <RoomWordsRead words={words} answers={person.label} />
        ))}
      {tests.length > 0 && <p className={css['soft']}>{`${say('rooms.covers')}: ${tests.map((test) => test.title).join(' · ')}`}</p>}
      <Afterwards room={room} />
      {mine && <SponsorActs room={room} stand={stand} onDone={onDone} />}
      <TeamActs room={room} stand={stand} onDone={onDone} />
      <Earlier room={room} />
    </Card>
  );
}

function Standing({ room: { words, acceptedBy }, stand }: { room: Room; stand: RoomStand }) {
  const now = useNow();
  const left = words === null ? null : daysUntil(words.until, now);
  return (
    <p className={css['line']}>
      <span className={css['tag']} data-stand={stand}>
        {say(`rooms.stand-${stand}`)}
      </span>
      {stand === 'covers' && left !== null && <span>{left <= 0 ? say('rooms.ends-today') : say('rooms.ends-in', { count: left })}</span>}
      {acceptedBy !== null && <span>{say('rooms.accepted-by', { name: acceptedBy })}</span>}
    </p>
  );
}

/** Who asked for it, and how long that has waited. */
function Asked({ room: { asked, mine, person, words }, stand }: { room: Room; stand: RoomStand }) {
  if (asked === null) return null;
  const who = mine ? say('rooms.asked-you', { asker: asked.by }) : say('rooms.asked-by', { asker: asked.by, person: person.label });
  return (
    <div>
      <p className={css['soft']}>{who}</p>
      {words === null && <p className={css['message']}>{asked.message}</p>}
      {stand === 'asked' && <Age since={asked.at} waiting label={say('rooms.no-answer')} />}
    </div>
  );
}

/** Why it is over, and what was learned. */
function Afterwards({ room: { why, learned } }: { room: Room }) {
  return (
    <>
      {why !== '' && <p>{say('rooms.because', { why })}</p>}
      {learned !== null && (
        <div className={css['learned']}>
          <p className={css['label']}>{say('rooms.learn-title')}</p>
          <p className={css['message']}>{learned.text}</p>
          <p className={css['soft']}>{say('rooms.learned-by', { name: learned.by })}</p>
        </div>
      )}
    </>
  );
}

function Earlier({ room: { earlier, person } }: { room: Room }) {
  if (earlier.length === 0) return null;
  return (
    <Disclosure label={say('rooms.earlier', { count: earlier.length })}>
      {earlier.map((one) => (
        <div key={one.at} className={css['before']}>
          <p className={css['soft']}>{say('rooms.earlier-on', { day: day(one.at), until: calendarDay(one.until) })}</p>
          <RoomWordsRead words={one} answers={person.label} />
        </div>
      ))}
    </Disclosure>
  );
}
