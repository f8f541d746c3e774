/**
 * Gathers what is asked in one turn of the event loop and has it answered in one go; the same question is asked once. So what is asked of
 * Redis under load costs a command for each thing asked, and a round trip for all of them. A question is sent after it came, so its
 * answer is never older than it.
 * @param answer answers the questions in their order; when it rejects, every question does
 */
export function inOneTurn<Question, Reply>(
  keyOf: (question: Question) => string,
  answer: (questions: readonly Question[]) => Promise<readonly Reply[]>,
): (question: Question) => Promise<Reply> {
  let turn: { questions: Map<string, Question>; answered: Promise<Map<string, Reply>> } | undefined;
  const begin = () => {
    const questions = new Map<string, Question>();
    const answered = new Promise((resolve) => setImmediate(resolve)).then(async () => {
      turn = undefined;
      const replies = await answer([...questions.values()]);
      return new Map([...questions.keys()].map((key, index) => [key, replies[index] as Reply]));
    });
    return { questions, answered };
  };
  return async (question) => {
    const key = keyOf(question);
    turn ??= begin();
    const { questions, answered } = turn;
    if (!questions.has(key)) questions.set(key, question);
    return (await answered).get(key) as Reply;
  };
}
