/** Under the card of a decision: what was put to everybody, what each said, how it ended; and ways to put it, answer it, end it. */
import type { Decision } from '#shared/features/decisions/model.ts';
import { type ProposalWords, proposalHash } from '#shared/features/decisions/proposal.ts';
import { say } from '#shared/words/say.ts';
import { useCan } from '#client/api/can.ts';
import { CardList } from '#client/ui/card-list.tsx';
import { Column } from '#client/ui/column.tsx';
import { Disclosure } from '#client/ui/disclosure.tsx';
import { Fetching } from '#client/ui/fetching.tsx';
import { OpeningAct } from '#client/ui/opening-act.tsx';
import { type Done, useDone } from '#client/ui/use-done.ts';
import { EndedDecision } from './ended-decision.tsx';
import { OpenDecision } from './open-decision.tsx';
import { PutForm } from './put-form.tsx';
import { useDecisions } from './use-decisions.ts';

export interface DecisionPanelProps {
  initiativeId: string;
  elementId: string;
  /** What the card says now. */
  words: ProposalWords;
  /** It is decided: nobody needs to be asked. */
  settled: boolean;
}

export function DecisionPanel({ settled, ...card }: DecisionPanelProps) {
  const list = useDecisions(card.initiativeId);
  const { here, done } = useDone();
  const about = (list.data?.items ?? []).filter((one) => one.elementId === card.elementId);
  const [newest, ...before] = about;
  const asks = newest?.outcome !== null && !settled && card.words.title.trim() !== '';
  const label = say('decisions.before', { count: before.length });
  return (
    <Column>
      <Fetching query={list} what={say('decisions.list')} lines={1} />
      <Column at={here}>
        {newest && (
          <CardList label={say('decisions.list')}>
            <OneDecision decision={newest} words={card.words} onDone={done} />
          </CardList>
        )}
      </Column>
      {list.data && asks && <Putting {...card} onDone={done} />}
      {before.length > 0 && (
        <Disclosure label={label}>
          <CardList label={label}>
            {before.map((one) => (
              <OneDecision key={one.id} decision={one} words={card.words} onDone={done} />
            ))}
          </CardList>
        </Disclosure>
      )}
    </Column>
  );
}

function OneDecision({ decision, words, onDone }: Pick<DecisionPanelProps, 'words'> & { decision: Decision; onDone: Done }) {
  const changed = decision.wordsHash !== proposalHash(words);
  if (decision.outcome !== null) return <EndedDecision decision={decision} changed={changed} />;
  return <OpenDecision decision={decision} now={words} changed={changed} onDone={onDone} />;
}

/** Shown to those who write on the board; for those who are no co-owner it rests, and says why. */
function Putting({ onDone, ...card }: Omit<DecisionPanelProps, 'settled'> & { onDone: Done }) {
  const known = { initiativeId: card.initiativeId };
  const may = useCan('decision.put', known);
  const writes = useCan('board.edit', known).ok;
  if (!writes) return null;
  return (
    <OpeningAct words={say('decisions.begin')} verdict={may} onDone={onDone}>
      {(close, done) => <PutForm {...card} onDone={() => done(say('decisions.sent'))} onLeave={close} />}
    </OpeningAct>
  );
}
