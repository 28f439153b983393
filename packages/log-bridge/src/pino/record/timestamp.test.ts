import { readTimestamp } from './timestamp'

const NOW_MS = 1_700_000_000_123

test.each([
  ['the present in milliseconds', `,"time":${NOW_MS}`],
  ['a moment before, in which the call began', `,"time":${NOW_MS - 20}`],
  ['the present as an ISO date', `,"time":"${new Date(NOW_MS).toISOString()}"`],
  ['the present in seconds', `,"time":${Math.floor(NOW_MS / 1_000)}`],
  ['no time', ''],
  ['no time at all', ',"time":"soon"'],
])('%s is left to whoever makes the record', (_, time) => {
  expect(readTimestamp(time, NOW_MS)).toBeUndefined()
})

test.each([
  ['the past', `,"time":${NOW_MS - 200}`, [1_699_999_999, 923_000_000]],
  ['the future', `,"time":${NOW_MS + 1}`, [1_700_000_000, 124_000_000]],
  ['the past as an ISO date', ',"time":"2001-01-01T00:00:00.000Z"', [978_307_200, 0]],
  ['another second', ',"time":1699999998', [1_699_999_998, 0]],
  ['microseconds', ',"time":1700000000122500', [1_700_000_000, 122_500_000]],
])('%s is taken as it stands in the line', (_, time, expected) => {
  expect(readTimestamp(time, NOW_MS)).toEqual(expected)
})
