import {
  type DetectedResourceAttributes,
  detectResources,
  type Resource,
  resourceFromAttributes,
} from '@opentelemetry/resources'
import { addIdentity, mergedResource } from './identity'

/** As detectors of the SDK give it: a value may be a promise, or nothing. */
function withDetected(attributes: DetectedResourceAttributes): Resource {
  return detectResources({ detectors: [{ detect: () => ({ attributes }) }] })
}

describe('the identity', () => {
  const ours = resourceFromAttributes({
    'service.name': 'shop',
    'service.version': '1',
    'service.instance.id': 'a',
    'host.name': 'h',
  })

  test('is added where the other resource lacks it, and taken away again', () => {
    const theirs = resourceFromAttributes({ 'service.name': 'theirs', 'service.version': '2', own: true })
    const undo = addIdentity(theirs, ours)
    expect(theirs.attributes).toEqual({
      'service.name': 'theirs',
      'service.version': '2',
      'service.instance.id': 'a',
      own: true,
    })
    undo()
    expect(theirs.attributes).toEqual({ 'service.name': 'theirs', 'service.version': '2', own: true })
  })

  test('takes the place of a name that nobody has given', () => {
    const theirs = resourceFromAttributes({ 'service.name': 'unknown_service:node' })
    expect(mergedResource(ours, theirs).attributes).toMatchObject({ 'service.name': 'shop', 'host.name': 'h' })
    const undo = addIdentity(theirs, ours)
    expect(theirs.attributes['service.name']).toBe('shop')
    undo()
    expect(theirs.attributes).toEqual({ 'service.name': 'unknown_service:node' })
  })

  test('of what Heddle sends has theirs first', () => {
    const theirs = resourceFromAttributes({ 'service.name': 'theirs', own: true })
    expect(mergedResource(ours, theirs).attributes).toMatchObject({
      'service.name': 'theirs',
      'host.name': 'h',
      own: true,
    })
  })

  test.each([undefined, Promise.resolve(undefined)])(
    'is added where a detector of theirs has found nothing: %p',
    async (nothing) => {
      const theirs = withDetected({ 'service.name': nothing, 'service.version': nothing })
      const undo = addIdentity(theirs, ours)
      await theirs.waitForAsyncAttributes?.()
      expect(theirs.attributes).toMatchObject({ 'service.name': 'shop', 'service.version': '1' })
      undo()
      expect(theirs.attributes).toEqual({})
    },
  )

  test('leaves what theirs is still waiting for to theirs', async () => {
    const theirs = withDetected({ 'service.version': Promise.resolve('2') })
    addIdentity(theirs, ours)
    await theirs.waitForAsyncAttributes?.()
    expect(theirs.attributes).toMatchObject({ 'service.version': '2', 'service.instance.id': 'a' })
  })

  test.each(['before', 'meanwhile', 'after'] as const)(
    'comes and goes though what theirs waits for is awaited %s',
    async (awaited) => {
      const theirs = withDetected({ 'host.id': Promise.resolve('h'), 'service.name': 'unknown_service:node' })
      let waiting = awaited === 'after' ? undefined : theirs.waitForAsyncAttributes?.()
      if (awaited === 'before') await waiting
      const undo = addIdentity(theirs, ours)
      waiting ??= theirs.waitForAsyncAttributes?.()
      await waiting
      expect(theirs.attributes).toMatchObject({ 'service.name': 'shop', 'service.instance.id': 'a', 'host.id': 'h' })
      undo()
      expect(theirs.attributes).toEqual({ 'host.id': 'h', 'service.name': 'unknown_service:node' })
    },
  )
})
