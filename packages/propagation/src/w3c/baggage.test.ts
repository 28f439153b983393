import { type Baggage, type BaggageEntry, baggageEntryMetadataFromString, propagation } from '@opentelemetry/api'
import { formatBaggage, parseBaggage } from './baggage'

const entriesOf = (value: unknown) =>
  Object.fromEntries((parseBaggage(value)?.getAllEntries() ?? []).map(([key, entry]) => [key, entry.value]))
const metadataOf = (header: string) => parseBaggage(header)?.getEntry('k')?.metadata?.toString()

describe('parseBaggage', () => {
  it.each<[string, unknown, Record<string, string>]>([
    ['pairs', 'userId=alice,isProduction=false', { userId: 'alice', isProduction: 'false' }],
    ['whitespace around keys and values', ' userId =\talice , b = 2 ', { userId: 'alice', b: '2' }],
    ['percent-encoded UTF-8', 'serverNode=DF%2028,name=Am%C3%A9lie', { serverNode: 'DF 28', name: 'Amélie' }],
    ['an empty value', 'a=,b=2', { a: '', b: '2' }],
    ['equals signs in a value', 'a=b=c==', { a: 'b=c==' }],
    ['empty members, left out', ',a=1,, ,b=2,', { a: '1', b: '2' }],
    ['several headers in order', ['a=1', 'b=2,c=3'], { a: '1', b: '2', c: '3' }],
    ['octets that are no UTF-8, replaced', 'a=%FFx%C3%28', { a: '\uFFFDx\uFFFD(' }],
    ['a lone percent sign', 'a=100%,b=%zz,c=%', { a: '100%', b: '%zz', c: '%' }],
    ['every token character in a key', "!#$&'*+-.^_`|~09azAZ=1", { "!#$&'*+-.^_`|~09azAZ": '1' }],
    ['the last value of a key that comes twice', 'a=1,b=2,a=3', { a: '3', b: '2' }],
    ['a key without value, left out', 'a,b=2', { b: '2' }],
    ['an empty key, left out', '=1,b=2', { b: '2' }],
    ['a key that is no token, left out', 'a b=1,(c)=2,d=3', { d: '3' }],
    ['a value with characters that have to be encoded, left out', 'a=x y,b="q",c=\\,d=é,e=5', { e: '5' }],
    ['an equals sign in properties only, left out', 'a;p=1,b=2', { b: '2' }],
  ])('reads %s', (_, value, expected) => {
    expect(entriesOf(value)).toEqual(expected)
  })

  it.each([undefined, null, 42, '', ' , ', 'no pair', [], [1, {}]])('finds no baggage in %j', (value) => {
    expect(parseBaggage(value)).toBeUndefined()
  })

  it('takes __proto__ for a key like any other', () => {
    expect(parseBaggage('__proto__=1,constructor=2')?.getAllEntries()).toEqual([
      ['__proto__', { value: '1' }],
      ['constructor', { value: '2' }],
    ])
  })

  it('keeps properties as metadata, trimmed, invalid ones left out', () => {
    expect(metadataOf('k=v;p1;p2=x')).toBe('p1;p2=x')
    expect(metadataOf('k=v ; p1 ; p2 = x ; not valid ;; p3')).toBe('p1;p2=x;p3')
    expect(metadataOf('k=v;')).toBeUndefined()
  })

  it('keeps the first 180 pairs', () => {
    const pairs = Array.from({ length: 181 }, (_, index) => `k${index}=v`)
    const baggage = parseBaggage(pairs.join())
    expect(baggage?.getAllEntries()).toHaveLength(180)
    expect(baggage?.getEntry('k180')).toBeUndefined()
  })

  it('keeps all of 8,192 bytes, and beyond that the earlier pairs', () => {
    const pair = (key: string, bytes: number) => `${key}=${'v'.repeat(bytes - 2)}`
    const full = [pair('a', 4_000), pair('b', 4_000), pair('c', 190)].join()
    expect(full).toHaveLength(8_192)
    expect(Object.keys(entriesOf(full))).toEqual(['a', 'b', 'c'])
    expect(Object.keys(entriesOf(`${full}v`))).toEqual(['a', 'b'])
    expect(Object.keys(entriesOf(full.split(',')))).toEqual(['a', 'b', 'c'])
  })

  it('leaves out a pair of more than 4,096 bytes', () => {
    const pair = (bytes: number) => `a=${'v'.repeat(bytes - 2)},b=2`
    expect(Object.keys(entriesOf(pair(4_096)))).toEqual(['a', 'b'])
    expect(Object.keys(entriesOf(pair(4_097)))).toEqual(['b'])
  })
})

describe('formatBaggage', () => {
  const baggage = (entries: Record<string, BaggageEntry>) => propagation.createBaggage(entries)

  it.each<[string, Record<string, BaggageEntry>, string | undefined]>([
    ['pairs', { a: { value: '1' }, b: { value: '2' } }, 'a=1,b=2'],
    ['what needs encoding', { a: { value: 'x y,"é"\\;\r\n' } }, 'a=x%20y%2C%22%C3%A9%22%5C%3B%0D%0A'],
    ['percent and plus signs', { a: { value: '100%+' } }, 'a=100%25%2B'],
    ['an astral character', { a: { value: '😀' } }, 'a=%F0%9F%98%80'],
    ['a lone surrogate as U+FFFD', { a: { value: '\uD800' } }, 'a=%EF%BF%BD'],
    ['a key that is no token', { 'a (b)': { value: '1' } }, 'a%20%28b%29=1'],
    ['metadata', { a: { value: '1', metadata: baggageEntryMetadataFromString('p=1;q') } }, 'a=1;p=1;q'],
    [
      'no line break from metadata',
      { a: { value: '1', metadata: baggageEntryMetadataFromString('p\r\nx: y;q') } },
      'a=1;q',
    ],
    [
      'no further pair from metadata',
      { a: { value: '1', metadata: baggageEntryMetadataFromString('p=1,evil=1') } },
      'a=1',
    ],
    ['nothing for an empty key', { '': { value: '1' } }, undefined],
    ['nothing for a value that is no text', { a: { value: 1 as never }, b: { value: '2' } }, 'b=2'],
    ['nothing for no entries', {}, undefined],
  ])('writes %s', (_, entries, expected) => {
    expect(formatBaggage(baggage(entries))).toBe(expected)
  })

  it('writes nothing for no baggage, or one that throws', () => {
    const broken = {
      getAllEntries: () => {
        throw new Error('broken')
      },
    } as unknown as Baggage
    expect(formatBaggage(undefined)).toBeUndefined()
    expect(formatBaggage(broken)).toBeUndefined()
  })

  it('passes on what came in, byte for byte where nothing had to be encoded', () => {
    const header = `url=https://example.com/a?b=c&d=(e),${"k!#$&'*=v:/@[]{}|~"};p=1;q`
    expect(formatBaggage(parseBaggage(header))).toBe(header)
  })

  it('writes the first 180 pairs', () => {
    const entries = Array.from({ length: 200 }, (_, index) => [`k${index}`, { value: 'v' }])
    expect(formatBaggage(baggage(Object.fromEntries(entries)))?.split(',')).toHaveLength(180)
  })

  it('writes at most 8,192 bytes and keeps the earlier pairs', () => {
    const value = 'é'.repeat(500)
    const header = formatBaggage(baggage({ a: { value }, b: { value }, c: { value } }))
    expect(header).toBe(`a=${'%C3%A9'.repeat(500)},b=${'%C3%A9'.repeat(500)}`)
  })

  it('leaves out a pair of more than 4,096 bytes', () => {
    expect(formatBaggage(baggage({ a: { value: 'v'.repeat(4_095) }, b: { value: '2' } }))).toBe('b=2')
  })
})

test('an entry of any size, given in code, is left out without being encoded', () => {
  const huge = '\u00e9'.repeat(50_000_000)
  const encode = jest.spyOn(String.prototype, 'replace')
  const baggage = propagation.createBaggage({
    huge: { value: huge },
    [huge]: { value: 'v' },
    properties: { value: 'v', metadata: baggageEntryMetadataFromString(huge) },
    kept: { value: 'v' },
  })
  const header = formatBaggage(baggage)
  const lengths = encode.mock.contexts.map((text) => String(text).length)
  encode.mockRestore()
  expect(header).toBe('kept=v')
  expect(Math.max(...lengths)).toBeLessThan(100)
})
