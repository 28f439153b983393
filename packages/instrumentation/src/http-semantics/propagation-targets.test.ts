import { isHostTarget, propagationFilter } from './propagation-targets'

const allows = (targets: readonly (string | RegExp)[], url: string) => propagationFilter(targets)!(url)

test.each([
  ['api.internal', 'http://api.internal/orders'],
  ['API.internal', 'http://api.INTERNAL:8080/orders'],
  ['*.internal', 'https://a.b.internal/'],
  ['localhost:8080', 'http://localhost:8080/'],
  ['localhost:80', 'http://localhost/'],
  ['localhost:443', 'https://localhost?x'],
  ['10.0.0.5', 'http://10.0.0.5:9/'],
  ['[::1]:4000', 'http://[::1]:4000/'],
  ['[::1]', 'http://[::1]/'],
  ['api.internal', 'http://REDACTED:REDACTED@api.internal/'],
  [/^https:\/\/api\.example\/v1\//g, 'https://api.example/v1/orders'],
])('%s: context goes to %s', (target, url) => {
  expect(allows([target], url)).toBe(true)
  // An expression that remembers its last position would differ the second time.
  expect(allows(['elsewhere', target], url)).toBe(true)
  const filter = propagationFilter([target])!
  expect([filter(url), filter(url)]).toEqual([true, true])
})

test.each([
  ['api.internal', 'http://api.internal.evil.example/'],
  ['api.internal', 'http://evil.example/api.internal'],
  ['api.internal', 'http://api.internal@evil.example/'],
  ['api.internal', 'http://evil.example?@api.internal'],
  ['api.internal', 'http://evil.example#@api.internal'],
  ['api.internal', 'http://evil.example\\@api.internal'],
  ['*.internal', 'http://internal/'],
  ['*.internal', 'http://evilinternal/'],
  ['localhost:8080', 'http://localhost/'],
  ['localhost:80', 'https://localhost/'],
  [/^https:/, 'http://api.internal/'],
  ['not a host', 'http://not/'],
])('%s: no context goes to %s', (target, url) => {
  expect(allows([target], url)).toBe(false)
})

test('an empty list is nobody, none at all is everybody', () => {
  expect(allows([], 'http://localhost/')).toBe(false)
  expect(propagationFilter(undefined)).toBeUndefined()
})

test.each(['api.internal', '*.internal', 'localhost:8080', '10.0.0.5', '[::1]', '[fe80::1]:80', '*.internal:8443'])(
  '%s is a host',
  (text) => expect(isHostTarget(text)).toBe(true),
)

test.each(['', '*', '*.', 'http://api.internal', 'api.internal/v1', 'a b', '::1', 'host:', 'host:99999', 'api.*'])(
  '%j is none',
  (text) => expect(isHostTarget(text)).toBe(false),
)
