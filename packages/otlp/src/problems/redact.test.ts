import { displayEndpoint, redactor } from './redact'

test.each([
  ['https://user:p@ss@collector:4318/v1/traces?token=abc#x', 'https://collector:4318/v1/traces'],
  ['http://localhost:4318/v1/logs', 'http://localhost:4318/v1/logs'],
  ['user:pass@collector:4317', 'collector:4317'],
  ['collector:4317', 'collector:4317'],
  ['http://localhost:4318/', 'http://localhost:4318'],
  ['http://collector/a@b', 'http://collector/…'],
  ['https://user:p/w@collector:4318/v1/traces', 'https://collector:4318/v1/traces'],
  ['https://user:p#w@collector:4318', 'https://collector:4318'],
  ['https://user:p?w@collector:4318', 'https://collector:4318'],
  ['https://user:8/w@collector:4318', 'https://user:8/…'],
  ['https:\\\\user:pw@collector', 'https://collector'],
  ['user:p/w@collector:4317', 'collector:4317'],
  ['unix:/run/collector.sock', 'unix:/run/collector.sock'],
])('%s is shown as %s', (endpoint, shown) => {
  expect(displayEndpoint(endpoint)).toBe(shown)
})

test('the values of headers, and tokens within them, are taken out of messages', () => {
  const redact = redactor({ authorization: 'Bearer abcdefgh12345', tenant: 'acme' })
  expect(redact('bad token abcdefgh12345 for acme')).toBe('bad token [redacted] for acme')
})
