/** Circles in a graph of files: every group of two or more that reach each other, and every file that reaches itself (Tarjan 1972, strongly connected components). */
export function cyclesIn(graph: ReadonlyMap<string, readonly string[]>): string[][] {
  const indexOf = new Map<string, number>();
  const lowest = new Map<string, number>();
  const stack: string[] = [];
  const onStack = new Set<string>();
  const found: string[][] = [];

  const visit = (file: string): void => {
    const index = indexOf.size;
    indexOf.set(file, index);
    lowest.set(file, index);
    stack.push(file);
    onStack.add(file);
    for (const next of graph.get(file) ?? []) {
      if (!graph.has(next)) continue;
      if (!indexOf.has(next)) visit(next);
      if (onStack.has(next)) lowest.set(file, Math.min(lowest.get(file) ?? index, lowest.get(next) ?? index));
    }
    if (lowest.get(file) !== index) return;
    const group = stack.splice(stack.indexOf(file));
    for (const one of group) onStack.delete(one);
    if (group.length > 1 || (graph.get(file) ?? []).includes(file)) found.push(group.sort());
  };

  for (const file of graph.keys()) if (!indexOf.has(file)) visit(file);
  return found;
}
