import { say } from '#shared/words/say.ts';
import { useCan } from '#client/api/can.ts';
import { useMe } from '#client/api/me.ts';
import { addresses } from '#client/app/addresses.ts';
import { Act, LinkAct } from '#client/ui/act.tsx';
import { Page } from '#client/ui/page.tsx';
import { BringInFile } from './bring-in/bring-in-file.tsx';
import { EarlierBringIns } from './bring-in/earlier-bring-ins.tsx';

/** Bringing in sparks that people already have in a file. */
export function BringInPage() {
  const { standing } = useMe();
  const may = useCan('spark.bring-in');
  return (
    <Page title={say('sparks.bring-in-title')} lead={say('sparks.bring-in-lead')} back={{ to: addresses.wall(), label: say('sparks.back-to-wall') }}>
      {may.ok ? (
        <>
          <BringInFile />
          <EarlierBringIns />
        </>
      ) : standing === 'visitor' ? (
        <div>
          <LinkAct to={addresses.signIn(addresses.bringIn())}>{say('shell.to-sign-in')}</LinkAct>
        </div>
      ) : (
        <Act verdict={may}>{say('sparks.bring-in-file')}</Act>
      )}
    </Page>
  );
}
