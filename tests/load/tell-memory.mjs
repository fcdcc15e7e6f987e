// Loaded beside the server, so that a benchmark can ask what its memory is made of.
process.on('message', () => process.send?.(process.memoryUsage()));
process.channel?.unref();
