import { ABSENT, AS_3, type Difference } from '../compare'

export const SPANS: readonly Difference[] = [
  {
    where: [
      'span: newer values* | attributes.*',
      'span: lists* | attributes.mixed',
      'long values in maps > * | attributes.*',
    ],
    stock: { 2: ABSENT, 3: '*' },
    heddle: AS_3,
    reason: 'Maps, bytes, mixed lists and `null` are values by the specification; 2.x leaves them out.',
  },
  {
    where: [
      'span: link with values of any kind > * | links.*.attributes.*',
      'span: links > * | links.0.attributes.map',
    ],
    stock: { 2: ABSENT, 3: '*' },
    heddle: AS_3,
    reason: 'The same for the attributes of links.',
  },
  {
    where: ['span: * | events.*.attributes.undefined', 'span: * | links.*.attributes.undefined'],
    stock: { 2: 'empty', 3: ABSENT },
    heddle: AS_3,
    reason: '`undefined` says that there is no such attribute; 2.x sends an empty one.',
  },
  {
    where: 'span: events > INTERNAL events | events.*.attributes.null',
    stock: { 2: 'empty', 3: ABSENT },
    heddle: 'empty',
    reason: 'An empty value must be passed on by the specification; 3.x does so on spans and links, and not on events.',
  },
  {
    where: [
      'span: * at start > INTERNAL * | droppedAttributesCount',
      'span: * | events.*.droppedAttributesCount',
      'span: * | links.*.droppedAttributesCount',
    ],
    stock: { 2: ABSENT, 3: '*' },
    heddle: ABSENT,
    reason:
      'Heddle counts here what a limit cut, and says on stderr what was not valid; 3.x counts both, but not in `setAttribute()`.',
  },
  {
    where: 'span: link that is malformed > * | links.0.*',
    stock: '*',
    heddle: ABSENT,
    reason: 'A link to ids that are none leads nowhere: stock sends it with empty ids.',
  },
  {
    where: ['many events > INTERNAL * | events.*.attributes.*', 'many links* > INTERNAL * | links.*.attributes.*'],
    stock: { 2: '*', 3: ABSENT },
    heddle: AS_3,
    reason:
      '2.x reads the limits of attributes of events and links from variables that the specification does not have.',
  },
  {
    where: [
      'many events > INTERNAL * | events.*.droppedAttributesCount',
      'many links* > INTERNAL * | links.*.droppedAttributesCount',
    ],
    stock: { 2: ABSENT, 3: '*' },
    heddle: AS_3,
    reason: 'What these limits cut is counted.',
  },
]
