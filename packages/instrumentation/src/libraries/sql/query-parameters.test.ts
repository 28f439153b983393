import { parametersOf } from './query-parameters'

test('what is short text is told by its position, and the rest left out', () => {
  const values = [
    'text',
    7,
    true,
    8n,
    null,
    new Date(0),
    new Date(Number.NaN),
    { a: 1 },
    [1],
    Buffer.from('x'),
    undefined,
  ]
  expect(parametersOf(values)).toEqual({
    'db.query.parameter.0': 'text',
    'db.query.parameter.1': '7',
    'db.query.parameter.2': 'true',
    'db.query.parameter.3': '8',
    'db.query.parameter.4': 'null',
    'db.query.parameter.5': '1970-01-01T00:00:00.000Z',
    'db.query.parameter.6': 'null',
  })
})

test('values are bounded', () => {
  const parameters = parametersOf(Array.from({ length: 500 }, () => 'x'.repeat(5_000)))
  expect(Object.keys(parameters)).toHaveLength(128)
  expect(parameters['db.query.parameter.127']).toHaveLength(1_024)
})

test.each([undefined, null, 'text', { length: 2 }])('%p has none', (values) => {
  expect(parametersOf(values)).toEqual({})
})
