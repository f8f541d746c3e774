/**
 * Gathers what comes in one turn of the event loop by a key, and hands on what has the same key at the end of the turn: what it has in
 * common is then worked out once.
 */
export function gatheredByTurn<Item extends object>(
  take: (items: readonly Item[], first: Item) => void,
): (key: string, item: Item) => void {
  let turn = new Map<string, Item[]>();
  const end = () => {
    const ended = turn;
    turn = new Map();
    for (const items of ended.values()) if (items[0] !== undefined) take(items, items[0]);
  };
  return (key, item) => {
    if (turn.size === 0) setImmediate(end);
    const items = turn.get(key);
    if (items === undefined) turn.set(key, [item]);
    else items.push(item);
  };
}
