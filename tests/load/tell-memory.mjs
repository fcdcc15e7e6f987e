// Loaded beside the server, so that a benchmark can ask what its memory is made of, and how long its turns took since it first asked.
import { monitorEventLoopDelay } from 'node:perf_hooks';

const resolution = 5;
const delays = monitorEventLoopDelay({ resolution });

process.on('message', () => {
  process.send?.({ ...process.memoryUsage(), delayP99Ms: delays.percentile(99) / 1e6 - resolution, delayMaxMs: delays.max / 1e6 - resolution });
  delays.reset();
  // Only once somebody asks: it wakes the process two hundred times a second, which nobody wants in a figure of something else.
  delays.enable();
});
process.channel?.unref();
