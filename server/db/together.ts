/** Questions asked at the same moment, answered from one reading. */

interface Asked<Q, A> {
  readonly question: Q;
  readonly answer: (answer: A) => void;
  readonly refuse: (reason: unknown) => void;
}

/**
 * Makes `answerAll` answer single questions: those with the same key that come in while others are being answered wait and are then answered all at
 * once. A question never joins a reading that has begun, so no answer is older than its question.
 * @param answerAll gives one answer a question, in their order
 */
export function together<Q, A>(
  keyOf: (question: Q) => string,
  answerAll: (questions: readonly Q[]) => Promise<readonly A[]>,
): (question: Q) => Promise<A> {
  const waiting = new Map<string, Asked<Q, A>[]>();

  async function answerWaiting(key: string): Promise<void> {
    const asked = waiting.get(key) ?? [];
    waiting.set(key, []);
    try {
      const answers = await answerAll(asked.map((one) => one.question));
      for (const [at, one] of asked.entries()) {
        const answer = answers[at];
        if (answer === undefined) one.refuse(new Error('a question was left without an answer'));
        else one.answer(answer);
      }
    } catch (thrown) {
      for (const one of asked) one.refuse(thrown);
    }
    if (waiting.get(key)?.length === 0) waiting.delete(key);
    else setImmediate(() => void answerWaiting(key));
  }

  return (question) =>
    new Promise((answer, refuse) => {
      const key = keyOf(question);
      const others = waiting.get(key);
      if (others !== undefined) return void others.push({ question, answer, refuse });
      waiting.set(key, [{ question, answer, refuse }]);
      // Not at once: what arrived with the same turn of the event loop comes along.
      setImmediate(() => void answerWaiting(key));
    });
}
