// Loaded beside the server, so that a benchmark can ask what its memory is made of, and how long its turns took since it was last asked.
import { monitorEventLoopDelay } from 'node:perf_hooks';

const delays = monitorEventLoopDelay({ resolution: 5 });
delays.enable();

process.on('message', () => {
  process.send?.({ ...process.memoryUsage(), delayP99Ms: delays.percentile(99) / 1e6 - 5, delayMaxMs: delays.max / 1e6 - 5 });
  delays.reset();
});
process.channel?.unref();
