import { patchRouter, type RouterPrototype } from './router-patch'

test('a router that keeps its layers where we do not know works as without us', () => {
  const unknown = {
    use: () => 'used',
    route: () => 'route',
    param: () => 'param',
    handle: () => 'handled',
  } as unknown as RouterPrototype
  const undos = patchRouter(unknown, { enabled: true, spans: undefined })
  expect(unknown.use('/a', () => {})).toBe('used')
  expect(unknown.route('/b')).toBe('route')
  for (const undo of undos) undo()
})

test('a path that a layer cannot be asked of is left out', () => {
  class Layer {
    route = {}
    constructor(path?: unknown) {
      if (path !== undefined) throw new Error('another signature')
    }
  }
  const router = {
    stack: [] as unknown[],
    use: () => {},
    route: () => router.stack.push(new Layer()),
    param: () => {},
    handle: () => {},
  }
  const undos = patchRouter(router as unknown as RouterPrototype, { enabled: true, spans: undefined })
  expect((router.route as (path: unknown) => unknown)(['/a', '/b'])).toBe(1)
  for (const undo of undos) undo()
})
