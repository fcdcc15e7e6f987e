import { addBringIn } from '#server/features/sparks/bring-in/store.ts';
import { newId } from '#shared/lib/ids.ts';
import type { Somebody } from '#tests/helpers/test-server.ts';
import type { Cell, Entry, Matrix } from './frame.ts';

const post = (text = 'No chairs at the desk') => ({
  id: newId(),
  text,
  kind: 'need' as const,
  siteId: null,
  nameShown: 'name' as const,
  perspectives: [],
});
const file = () => ({ name: 'ideas.csv', content: `title\nAn idea ${newId()}\n` });
const seeToo = { sentence: 'see-too', line: '' } as const;

export const sparksMatrix: Matrix = {
  'sparks.list': { who: 'spark.read', try: (c) => () => c.who.call.sparks.list({}) },
  'sparks.read': { who: 'spark.read', ...onSpark((c, id) => c.who.call.sparks.read({ id })) },
  'sparks.post': { who: 'spark.post', try: (c) => () => c.who.call.sparks.post(post()) },
  'sparks.edit': {
    who: 'spark.edit',
    relations: ['other', 'own'],
    ...onSpark((c, id) => c.who.call.sparks.edit({ id, text: 'Two chairs', kind: 'need', siteId: null })),
  },
  'sparks.withdraw': { who: 'spark.withdraw', relations: ['other', 'own'], ...onSpark((c, id) => c.who.call.sparks.withdraw({ id })) },
  'sparks.restore': { who: 'spark.withdraw', relations: ['other', 'own'], ...onSpark((c, id) => c.who.call.sparks.restore({ id })) },
  'sparks.kindle': { who: 'spark.kindle', ...onSpark((c, id) => c.who.call.sparks.kindle({ id, ...seeToo })) },
  'sparks.unkindle': { who: 'spark.kindle', ...onSpark((c, id) => c.who.call.sparks.unkindle({ id, sentence: 'see-too' })) },
  'sparks.comment': { who: 'spark.comment', ...onSpark((c, id) => c.who.call.sparks.comment({ id, commentId: newId(), text: 'Yes' })) },
  'sparks.withdrawComment': {
    who: 'comment.withdraw',
    relations: ['other', 'own'],
    try: async (c) => {
      const [id, commentId] = [await aSpark(c.ruth), newId()];
      await ownerOf(c).call.sparks.comment({ id, commentId, text: 'Yes' });
      return () => c.who.call.sparks.withdrawComment({ id, commentId });
    },
  },
  'sparks.similar': { who: 'spark.read', try: (c) => () => c.who.call.sparks.similar({ text: 'chairs' }) },
  'sparks.previewBringIn': { who: 'spark.bring-in', try: (c) => () => c.who.call.sparks.previewBringIn(file()) },
  'sparks.bringIn': { who: 'spark.bring-in', try: (c) => () => c.who.call.sparks.bringIn({ id: newId(), ...file() }) },
  'sparks.bringIns': { who: 'spark.bring-in', try: (c) => () => c.who.call.sparks.bringIns() },
  'sparks.undoBringIn': {
    who: 'spark.bring-in-undo',
    relations: ['other', 'own'],
    try: async (c) => {
      const row = { id: newId(), personId: c.owner, fileName: 'ideas.csv', count: 0, createdAt: c.app.clock.now(), undoneAt: null };
      await c.app.db.transact((tx) => addBringIn(tx, row));
      return () => c.who.call.sparks.undoBringIn({ id: row.id });
    },
  },
};

export async function aSpark(by: Somebody): Promise<string> {
  return (await by.call.sparks.post(post())).id;
}

function onSpark(call: (cell: Cell, id: string) => Promise<unknown>): Pick<Entry, 'try'> {
  return {
    try: async (c) => {
      const id = await aSpark(ownerOf(c));
      return () => call(c, id);
    },
  };
}

/** Everybody who has come in may post and reply, so the owner does it themselves. */
function ownerOf(c: Cell): Somebody {
  return c.owner === c.who.personId ? c.who : c.ruth;
}
