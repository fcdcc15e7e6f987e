/** Every part in every state, to look at while building; served at /gallery by `npm run dev` only. Its sentences are samples, not the product's. */
import { Group, Stack } from '@mantine/core';
import { Flame } from 'lucide-react';
import { useState } from 'react';
import { addresses } from '#client/app/addresses.ts';
import { Act, LinkAct } from '../act.tsx';
import { Age } from '../age.tsx';
import { Card } from '../card.tsx';
import { ConnectionBadge } from '../connection-badge.tsx';
import { Dialog } from '../dialog.tsx';
import { Disclosure } from '../disclosure.tsx';
import { EmptyState } from '../empty-state.tsx';
import { Face, Faces } from '../face.tsx';
import { Form } from '../form.tsx';
import { KeptWords } from '../kept-words.tsx';
import { Loading } from '../loading.tsx';
import { MoveMenu } from '../move-menu.tsx';
import { Notice } from '../notice.tsx';
import { Page } from '../page.tsx';
import { ProblemNotice } from '../problem-notice.tsx';
import { Section } from '../section.tsx';
import { Fields } from './fields.tsx';

const people = ['Amina Khan', 'Joe', 'Ruth Ellis', 'Dev Patel', 'Mei Lin Chen', 'Órla Ní Bhriain', 'ward nurse'].map((label, at) => ({
  id: `person-${at}-sample`,
  label,
}));
const [amina, joe] = people;

export function Gallery() {
  return (
    <Page
      title="Everything the rooms are furnished with"
      lead="Warm paper, ink, and one ember that means alive or unanswered."
      back={{ to: addresses.wall(), label: 'Sparks' }}
      width="wide"
      actions={<LinkAct to={addresses.light([])}>Light it</LinkAct>}
    >
      <Cards />
      <Buttons />
      <Messages />
      <Section title="Fields" hint="Each says what it is, helps, and says what is wrong.">
        <Form onSubmit={() => undefined} label="Sample">
          <Fields />
        </Form>
      </Section>
      <Others />
    </Page>
  );
}

function Cards() {
  return (
    <Section title="Cards and people">
      <Card as="article" tone="ember" labelledBy="one">
        <h3 id="one">Nobody tells the family which chair lifts</h3>
        <p>Every evening somebody asks at the desk. A card on the chair would do. I saw a daughter try three of them.</p>
        <Group gap="md">
          <Face person={amina ?? null} note="ward nurse" />
          <Age days={12} waiting label="No answer yet" />
        </Group>
      </Card>
      <Card as="article" labelledBy="two">
        <h3 id="two">A quiet corner for bad news</h3>
        <Group gap="lg">
          <Face person={joe ?? null} size="large" note="carer" />
          <Face person={{ label: 'community nurse' }} />
          <Face person={null} />
          <Faces people={people} label="Here now" max={4} />
          <Age days={0} />
        </Group>
        <MoveMenu
          what="A quiet corner for bad news"
          index={1}
          count={3}
          onMove={() => undefined}
          places={[{ id: 'b', label: 'Blockers' }]}
          onPlace={() => undefined}
        />
      </Card>
      <Card tone="sunk">
        <p>A sunk card, for things that rest.</p>
      </Card>
    </Section>
  );
}

function Buttons() {
  return (
    <Section title="Acts">
      <Group gap="sm">
        <Act>Post it</Act>
        <Act tone="ember" icon={<Flame size={18} aria-hidden />}>
          Kindle
        </Act>
        <Act tone="plain">I see this too</Act>
        <Act tone="quiet">Not now</Act>
        <Act busy>Sending</Act>
        <Act verdict={{ ok: false, reason: 'why.join-first' }}>Write on the board</Act>
      </Group>
    </Section>
  );
}

function Messages() {
  return (
    <Section title="Messages">
      <Notice title="Thinking time">Nobody is reminded of anything while a team thinks.</Notice>
      <Notice tone="ember" title="One ask waits for you" actions={<Act tone="plain">Answer it</Act>}>
        Cover for the early shift, asked twelve days ago.
      </Notice>
      <ProblemNotice
        problem={{
          code: 'invalid',
          reason: 'problem.invalid',
          fields: [
            { field: 'title', reason: 'field.too-long', values: { max: 200 } },
            { field: 'siteId', reason: 'field.choice' },
          ],
          retryAfterMs: 4000,
        }}
        labels={{ title: 'What did you see?' }}
        words={'I saw the trolley stuck again.\nIt is the third time this week.'}
        onRetry={() => undefined}
      />
      <EmptyState title="No sparks yet" action={<Act>Write the first one</Act>}>
        A spark is something you noticed that could be better.
      </EmptyState>
      <Loading what="the board" />
      <Group gap="md">
        {(['connecting', 'saved', 'saving', 'offline', 'unkept', 'refused'] as const).map((state) => (
          <ConnectionBadge key={state} state={state} />
        ))}
      </Group>
    </Section>
  );
}

function Others() {
  const [open, setOpen] = useState(false);
  return (
    <Section title="More">
      <Stack gap="md">
        <Disclosure label="What is a perspective?" open>
          <p>How you are in this. It can be several at once, and change any time.</p>
        </Disclosure>
        <KeptWords words="A sentence that could not be sent." onDone={() => undefined} />
        <div>
          <Act tone="plain" onClick={() => setOpen(true)}>
            Open a sheet
          </Act>
        </div>
      </Stack>
      <Dialog open={open} onClose={() => setOpen(false)} title="Kindle: I can help" actions={<Act onClick={() => setOpen(false)}>Add it</Act>}>
        <p>How much could you give? An hour is a lot.</p>
      </Dialog>
    </Section>
  );
}
