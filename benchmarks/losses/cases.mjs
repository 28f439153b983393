/** What a collector that is there and of no use does with a request. */
const USELESS = {
  'is silent': { hang: true },
  'answers 503': { httpStatus: 503, grpcStatus: 14 },
}

/**
 * What happens to a service that writes `count` lines within `duringMs`.
 *
 * The collector is away from the start on for `awayMs`, or until the service has ended: then the
 * collector comes back, and the next process of the service starts. `thenMs` after its last line
 * the service ends, because it has nothing left to do. A collector with an `answer` gives it until
 * the service has ended.
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
  ...[
    { title: 'is there', awayMs: 0 },
    { title: 'refuses connections' },
    ...Object.entries(USELESS).map(([title, answer]) => ({ title, awayMs: 0, answer })),
  ].map(({ title, ...collector }) => ({
    title: `\`kill -9\` after 10 s in which the collector ${title}`,
    count: 3_000,
    duringMs: 10_000,
    ending: 'SIGKILL',
    ...collector,
  })),
]
