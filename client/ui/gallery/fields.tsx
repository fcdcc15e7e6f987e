import { useState } from 'react';
import { Choice, Choices } from '../choice.tsx';
import { Pick } from '../pick.tsx';
import { TextBox } from '../text-box.tsx';
import { TextLine } from '../text-line.tsx';

export function Fields() {
  const [text, setText] = useState('The chair by the window.');
  const [email, setEmail] = useState('joe');
  const [date, setDate] = useState('2027-06-12');
  const [site, setSite] = useState<'a' | 'b' | ''>('');
  const [kind, setKind] = useState<'need' | 'idea' | null>('need');
  const [seats, setSeats] = useState<('leading' | 'receiving' | 'witnessing')[]>(['receiving']);
  return (
    <>
      <TextBox
        label="What did you see, or what could be better?"
        hint="The first line is the title."
        value={text}
        onChange={setText}
        placeholder="I noticed..."
      />
      <TextLine label="E-mail" type="email" value={email} onChange={setEmail} error="Please give an e-mail address like name@example.org." />
      <TextLine label="Until" type="date" value={date} onChange={setDate} optional />
      <Pick
        label="Where"
        value={site}
        onChange={setSite}
        empty="Anywhere"
        options={[
          { value: 'a', label: 'Ward 4' },
          { value: 'b', label: 'The day centre' },
        ]}
      />
      <Choice
        legend="What is it?"
        value={kind}
        onChange={setKind}
        options={[
          { value: 'need', label: 'A need I saw' },
          { value: 'idea', label: 'An idea' },
        ]}
      />
      <Choices
        legend="How are you in this?"
        hint="Several at once is fine."
        values={seats}
        onChange={setSeats}
        error="Please choose one of these."
        options={[
          { value: 'leading', label: 'Leading', hint: 'I help it go somewhere.' },
          { value: 'receiving', label: 'Receiving', hint: 'I receive this care.' },
          { value: 'witnessing', label: 'Witnessing', hint: 'I saw it happen.' },
        ]}
      />
    </>
  );
}
