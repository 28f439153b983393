import { ABSENT, AS_3, type Difference } from '../compare'

const value = (name: string): string => `logs api > log values | attributes.${name}`

export const LOGS: readonly Difference[] = [
  {
    where: [value('missing'), '* > log * | scope.attributes.missing'],
    stock: { 2: 'empty', 3: ABSENT },
    heddle: AS_3,
    reason: '`undefined` says that there is no such attribute; 2.x sends an empty one.',
  },
  {
    where: '* > log * | scope.attributes.none',
    stock: { 2: 'empty', 3: ABSENT },
    heddle: 'empty',
    reason: 'An empty value must be passed on by the specification; 3.x does so on log records, and not on scopes.',
  },
  {
    where: '* > log * | scope.droppedAttributesCount',
    stock: { 2: ABSENT, 3: '1' },
    heddle: ABSENT,
    reason: 'So nothing is dropped.',
  },
  {
    where: value('mapWithUndefined'),
    stock: { 2: '{a: empty, b: empty}', 3: '{b: empty}' },
    heddle: AS_3,
    reason: 'The same within a map.',
  },
  {
    where: [value('bigint'), value('date'), value('error'), value('function')],
    stock: ABSENT,
    heddle: '*',
    reason: 'What is no value of the data model becomes one that can be read, in place of nothing.',
  },
  {
    where: 'records > log * | attributes.bytes',
    stock: { 2: 'bytes *', 3: 'bytes 07070707070707070707' },
    heddle: AS_3,
    reason: 'The limit of a value’s length cuts bytes too, by the specification.',
  },
]
