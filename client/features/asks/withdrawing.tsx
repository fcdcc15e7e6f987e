import type { Ask } from '#shared/features/asks/model.ts';
import { say } from '#shared/words/say.ts';
import { api } from '#client/api/api.ts';
import { useCan } from '#client/api/can.ts';
import { Confirming } from '#client/ui/confirming.tsx';
import type { Done } from '#client/ui/use-done.ts';
import { useAsksChanged } from './use-asks.ts';

/** The team takes an ask back. */
export function Withdrawing({ ask: { id, initiative, person }, onDone }: { ask: Ask; onDone: Done }) {
  const may = useCan('ask.withdraw', { initiativeId: initiative.id });
  const changed = useAsksChanged();
  if (!may.ok) return null;
  return (
    <Confirming
      words={say('asks.withdraw')}
      meaning={say('asks.withdraw-why', { name: person.label })}
      send={say('asks.withdraw-send')}
      run={() => api.asks.withdraw.call({ id })}
      changed={changed}
      thanks={say('asks.withdraw-done')}
      onDone={onDone}
    />
  );
}
