/** On what the figures were made, for they mean nothing without. */
import { availableParallelism, cpus, loadavg, totalmem } from 'node:os';

/** One line: processor, cores, memory, Node, and what else the machine was doing. */
export function machineLine(): string {
  const model = cpus()[0]?.model.trim() ?? 'unknown processor';
  const busy = loadavg()[0]?.toFixed(1) ?? '?';
  return `${availableParallelism()} cores (${model}), ${(totalmem() / 2 ** 30).toFixed(0)} GiB, Node ${process.versions.node}, ${process.platform}; load average before: ${busy}`;
}
