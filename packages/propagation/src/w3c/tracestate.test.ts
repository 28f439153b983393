import { createTraceState, type TraceState } from '@opentelemetry/api'
import { formatTracestate, parseTracestate } from './tracestate'

const canonical = (header: string | readonly string[]) => parseTracestate(header)?.serialize()

describe('parseTracestate', () => {
  it.each([
    ['one member', 'a=1', 'a=1'],
    ['a key that starts with a digit (level 2)', '0a=1', '0a=1'],
    ['a multi-tenant key', '0tenant@system=1', '0tenant@system=1'],
    ['at signs anywhere in a key but first (level 2)', 'a@@b@0c@=1', 'a@@b@0c@=1'],
    ['a key of 256 characters', `${'t'.repeat(242)}@${'s'.repeat(13)}=1`, `${'t'.repeat(242)}@${'s'.repeat(13)}=1`],
    ['leading spaces of a value as part of it', 'a=  1  ', 'a=  1'],
    ['empty members, left out', ',a=1,, \t,b=2,', 'a=1,b=2'],
    ['a value of 256 characters', `a=${'v'.repeat(256)}`, `a=${'v'.repeat(256)}`],
    ['a key twice: the first, more recent one', 'a=1,b=2,a=3', 'a=1,b=2'],
  ])('keeps %s', (_, header, expected) => {
    expect(canonical(header)).toBe(expected)
  })

  it.each([
    ['nothing', ''],
    ['empty members alone', ' , ,'],
    ['a member without value', 'a'],
    ['an empty value', 'a=,b=1'],
    ['an empty key', '=1'],
    ['a value of spaces', 'a=  '],
    ['a value of 257 characters', `a=${'v'.repeat(257)}`],
    ['a tab in a value', 'a=1\t1'],
    ['a value beyond ASCII', 'a=é'],
    ['a line break', 'a=1\r\nx: y'],
    ['a second equals sign', 'a=1=2'],
    ['a key that starts with an underscore', '_a=1'],
    ['a key that starts with an at sign', '@a=1'],
    ['a key of 257 characters', `${'k'.repeat(257)}=1`],
    ['a key of 257 characters with an at sign', `${'t'.repeat(242)}@${'s'.repeat(14)}=1`],
    ['33 members', Array.from({ length: 33 }, (_, index) => `k${index}=1`).join()],
    ['33 members with one key', Array.from({ length: 33 }, () => 'k=1').join()],
    ['more than any 32 members take', `a=1,${' '.repeat(20_000)}`],
  ])('discards it all for %s', (_, header) => {
    expect(parseTracestate(header)).toBeUndefined()
  })

  it('combines several headers in order', () => {
    expect(canonical(['a=1', '', 'b=2,c=3'])).toBe('a=1,b=2,c=3')
  })

  it('takes what is no header for nothing', () => {
    expect(parseTracestate([])).toBeUndefined()
    expect(parseTracestate(42 as never)).toBeUndefined()
    expect(parseTracestate([42, 'a=1'] as never)?.get('a')).toBe('1')
  })
})

describe('Tracestate', () => {
  const state = () => parseTracestate('a=1,b=2,c=3') as NonNullable<ReturnType<typeof parseTracestate>>

  it('puts a new member first', () => {
    expect(state().set('z', '0').serialize()).toBe('z=0,a=1,b=2,c=3')
  })

  it('moves an updated member to the front and keeps the order of the others', () => {
    expect(state().set('b', '9').serialize()).toBe('b=9,a=1,c=3')
  })

  it('deletes a member', () => {
    expect(state().unset('b').serialize()).toBe('a=1,c=3')
    expect(state().unset('unknown').serialize()).toBe('a=1,b=2,c=3')
  })

  it('stays as it is when another is made from it', () => {
    const before = state()
    before.set('z', '0')
    before.unset('a')
    expect(before.serialize()).toBe('a=1,b=2,c=3')
  })

  it.each([
    ['KEY', '1'],
    ['key', 'a,b'],
    ['key', 'ends with a space '],
    ['key', '1\r\nx-injected: 1'],
    ['key', ''],
  ])('ignores the invalid member %j=%j', (key, value) => {
    expect(state().set(key, value).serialize()).toBe('a=1,b=2,c=3')
  })

  it('drops the last of 33 members', () => {
    const full = parseTracestate(Array.from({ length: 32 }, (_, index) => `k${index}=1`).join())
    const more = full?.set('new', '1')
    expect(more?.size).toBe(32)
    expect(more?.get('new')).toBe('1')
    expect(more?.get('k31')).toBeUndefined()
    expect(more?.get('k30')).toBe('1')
  })
})

describe('formatTracestate', () => {
  it('propagates 512 characters whole, and not one more', () => {
    const member = (key: string, length: number) => `${key}=${'v'.repeat(length - 2)}`
    const header = [member('a', 127), member('b', 127), member('c', 127), member('d', 128)].join()
    expect(header).toHaveLength(512)
    expect(formatTracestate(parseTracestate(header))).toBe(header)
    expect(formatTracestate(parseTracestate(`${header},e=1`))).toBe(header)
  })

  it('beyond that drops members of more than 128 characters first, the last of them before the others', () => {
    const small = Array.from({ length: 10 }, (_, index) => `small${index}=${'v'.repeat(20)}`)
    const large = (key: string) => `${key}=${'v'.repeat(140)}`
    const header = [large('x'), ...small.slice(0, 5), large('y'), ...small.slice(5)].join()
    expect(formatTracestate(parseTracestate(header))).toBe([large('x'), ...small].join())
  })

  it('then drops whole members from the end', () => {
    const members = Array.from({ length: 8 }, (_, index) => `k${index}=${'v'.repeat(97)}`)
    expect(formatTracestate(parseTracestate(members.join()))).toBe(members.slice(0, 5).join())
  })

  it('writes nothing when no member fits', () => {
    expect(formatTracestate(parseTracestate(`${'k'.repeat(256)}=${'v'.repeat(256)}`))).toBeUndefined()
  })

  it('writes nothing for nothing', () => {
    expect(formatTracestate(undefined)).toBeUndefined()
  })

  it("takes another implementation's state", () => {
    expect(formatTracestate(createTraceState('a=1,b=2'))).toBe('a=1,b=2')
  })

  it.each([
    ['smuggles a header', () => 'a=1\r\nx: y'],
    [
      'throws',
      () => {
        throw new Error('broken')
      },
    ],
    ['is no text', () => 42 as never],
  ])('writes nothing for a foreign state that %s', (_, serialize) => {
    expect(formatTracestate({ serialize } as unknown as TraceState)).toBeUndefined()
  })
})
