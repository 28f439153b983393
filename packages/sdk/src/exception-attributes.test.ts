import { exceptionAttributes } from './exception-attributes'

test.each<[string, unknown, object]>([
  ['a text', 'gone', { 'exception.message': 'gone' }],
  [
    'an error',
    Object.assign(new RangeError('far'), { stack: 'at' }),
    { 'exception.type': 'RangeError', 'exception.message': 'far', 'exception.stacktrace': 'at' },
  ],
  ['an error with a code', { code: 'ENOENT', name: 'Error', message: '' }, { 'exception.type': 'ENOENT' }],
  ['a number', 7, {}],
  ['nothing', undefined, {}],
  [
    'what throws when it is read',
    new Proxy(new Error('hidden'), {
      get() {
        throw new Error('no')
      },
    }),
    {},
  ],
  ['a code that is no text', { code: { toString: null }, message: 'm' }, {}],
])('%s', (_, exception, expected) => {
  expect(exceptionAttributes(exception)).toEqual(expected)
})
