import fc from 'fast-check'
import { environmentAttributes, serviceNameAttributes } from './environment'

function read(env: NodeJS.ProcessEnv) {
  const warnings: string[] = []
  const attributes = { ...environmentAttributes(env, (warning) => warnings.push(warning)) }
  return { attributes, warnings }
}

test.each<[string, Record<string, string>]>([
  ['', {}],
  ['a=1', { a: '1' }],
  [' a = 1 , b=2,, ', { a: '1', b: '2' }],
  ['a=%2C%3D%25%20é', { a: ',=% é' }],
  ['a%3Db=1', { 'a=b': '1' }],
  ['a=', { a: '' }],
  ['a=1,a=2', { a: '2' }],
])('OTEL_RESOURCE_ATTRIBUTES %j', (list, attributes) => {
  expect(read({ OTEL_RESOURCE_ATTRIBUTES: list })).toEqual({ attributes, warnings: [] })
})

test.each<[string, string]>([
  ['good=1,bad', '"bad" must have exactly one "="'],
  ['good=1,bad=a=b', '"bad=a=b" must have exactly one "="'],
  ['good=1,=1', '"=1" has no key'],
  ['good=1,bad=%', '"bad=%" is not percent-encoded UTF-8'],
  ['good=1,bad=%ff', '"bad=%ff" is not percent-encoded UTF-8'],
  [`good=1,bad${'x'.repeat(40_000)}`, 'more than 32768'],
])('one malformed entry discards the whole variable: %.20j', (list, reason) => {
  const { attributes, warnings } = read({ OTEL_RESOURCE_ATTRIBUTES: list })
  expect(attributes).toEqual({})
  expect(warnings).toEqual([expect.stringMatching(/^OTEL_RESOURCE_ATTRIBUTES was ignored as a whole: /)])
  expect(warnings[0]).toContain(reason)
  expect(warnings[0]!.length).toBeLessThan(400)
})

test('OTEL_SERVICE_NAME that is blank is none', () => {
  expect(serviceNameAttributes({ OTEL_SERVICE_NAME: ' orders ' })).toEqual({ 'service.name': 'orders' })
  expect(serviceNameAttributes({ OTEL_SERVICE_NAME: ' ' })).toEqual({})
})

test('the key __proto__ is an attribute like any other and changes no prototype', () => {
  const attributes = environmentAttributes({ OTEL_RESOURCE_ATTRIBUTES: '__proto__=x' }, () => {})
  expect(Object.keys(attributes)).toEqual(['__proto__'])
  expect(({} as Record<string, unknown>)['x']).toBeUndefined()
})

test('whatever the variable holds, it is taken whole or discarded with one warning', () => {
  const text = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.string({ unit: fc.constantFrom('a', ',', '=', '%', '2', 'C', 'ff', ' ') }),
  )
  fc.assert(
    fc.property(text, (list) => {
      const { attributes, warnings } = read({ OTEL_RESOURCE_ATTRIBUTES: list })
      expect(warnings.length === 0 || Object.keys(attributes).length === 0).toBe(true)
      expect(warnings.length).toBeLessThanOrEqual(1)
      expect(Object.values(attributes).every((value) => typeof value === 'string')).toBe(true)
    }),
  )
})

test('what is percent-encoded is read back', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string({ unit: 'binary', minLength: 1 }), fc.string({ unit: 'binary' })), (given) => {
      const entries = Object.entries(given)
      const list = entries.map(([key, value]) => `${encodeURIComponent(key)}=${encodeURIComponent(value)}`).join()
      expect(read({ OTEL_RESOURCE_ATTRIBUTES: list })).toEqual({
        attributes: Object.fromEntries(entries),
        warnings: [],
      })
    }),
  )
})
