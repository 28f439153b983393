/**
 * What happens to a service that writes `count` lines within `duringMs`. The collector is away from its start on, for `awayMs`, or until
 * the service has ended: then the collector comes back, and the next process of the service is started. `thenMs` after its last line
 * a service ends because it has nothing left to do.
 */
export const cases = [
  { title: 'the collector is there', count: 5_000, duringMs: 3_000, awayMs: 0, thenMs: 8_000 },
  { title: 'the collector is away for 3 s', count: 5_000, duringMs: 3_000, awayMs: 3_000, thenMs: 20_000 },
  { title: 'the collector is away for 12 s', count: 5_000, duringMs: 12_000, awayMs: 12_000, thenMs: 20_000 },
  ...['SIGTERM', 'process.exit()', 'an uncaught exception'].map((ending) => ({
    title: `${ending}, with the collector away`,
    count: 3_000,
    duringMs: 1_000,
    ending,
  })),
  { title: '`kill -9` after 10 s of an outage', count: 3_000, duringMs: 10_000, ending: 'SIGKILL' },
]
