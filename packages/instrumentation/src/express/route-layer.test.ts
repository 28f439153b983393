import { once } from 'node:events'
import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setFlagsFromString } from 'node:v8'
import { type LayerPrototype, type Patching, patchLayer, patchRouter, type RouterPrototype } from './router-patch'

type Handler = (request: unknown, response: { end(text: string): void }) => void
type HandleRequest = (this: { route?: object }, ...args: unknown[]) => unknown
type App = RequestListener & { get(path: string, handler: Handler): void }

setFlagsFromString('--allow-natives-syntax')
/** Whether V8 finds properties by the shape of the object, and not in a dictionary of its own. */
const hasFastProperties = new Function('object', 'return %HasFastProperties(object)') as (object: object) => boolean

const COPIES = [
  { express: 'express4', layer: 'express4/lib/router/layer', name: 'handle_request' },
  { express: 'express', layer: 'router/lib/layer', name: 'handleRequest' },
] as const

/** One patched copy of Express, and its answer to one request. */
function patchedExpress({ express, layer, name }: (typeof COPIES)[number], patching: Patching) {
  jest.resetModules()
  const Express: (() => App) & { Router: RouterPrototype & { prototype?: RouterPrototype } } = require(express)
  const prototype: LayerPrototype & Record<string, HandleRequest> = require(layer).prototype
  const router = Express.Router.prototype?.route ? Express.Router.prototype : Express.Router
  const undos = [...patchRouter(router, patching), ...patchLayer(prototype, patching)]
  const app = Express()
  app.get('/', (_request, response) => response.end('answered'))
  const undo = () => {
    for (const each of undos) each()
  }
  const layers = () =>
    (app as unknown as Record<'router' | '_router', RouterPrototype>)[express === 'express' ? 'router' : '_router']
      .stack as unknown as Record<string, HandleRequest>[]
  return { app, prototype, name, layers, routeLayer: () => layers().at(-1)!, undo }
}

async function ask(app: App): Promise<string> {
  const server = createServer(app).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const response = await fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`)
  const text = await response.text()
  server.close()
  return text
}

describe.each(COPIES)('a layer of a route of $express', (copy) => {
  const enabled: Patching = { enabled: true, spans: undefined }

  test('is handled by whoever has patched all layers after us, as by who did before', async () => {
    const { app, prototype, name, undo } = patchedExpress(copy, enabled)
    const ours = prototype[name]!
    const seen: boolean[] = []
    prototype[name] = function (...args) {
      seen.push(this.route !== undefined)
      return ours.apply(this, args)
    }
    expect(await ask(app)).toBe('answered')
    expect(seen.filter((isRoute) => isRoute)).toHaveLength(1)
    undo()
  })

  test('is handled by what somebody has given to it alone', async () => {
    const { app, name, routeLayer, undo } = patchedExpress(copy, enabled)
    const layer = routeLayer()
    const before = layer[name]!
    let calls = 0
    layer[name] = function (...args) {
      calls++
      return before.apply(this, args)
    }
    expect(await ask(app)).toBe('answered')
    expect(calls).toBe(1)
    undo()
  })

  test('is as fast to read as without us, however many routes there are', () => {
    const { app, layers, undo } = patchedExpress(copy, enabled)
    for (let i = 0; i < 20; i++) app.get(`/${i}`, () => {})
    expect(layers().slice(-20).map(hasFastProperties)).toEqual(Array(20).fill(true))
    undo()
  })

  test('has the wrapper where it is to have a span, and again the original once all is undone', () => {
    const patching = { enabled: true, spans: undefined as unknown }
    const { prototype, name, routeLayer, undo } = patchedExpress(copy, patching as Patching)
    const wrapper = prototype[name]
    const without = routeLayer()[name]
    patching.spans = {}
    expect(routeLayer()[name]).toBe(wrapper)
    expect(without).not.toBe(wrapper)
    undo()
    expect(routeLayer()[name]).toBe(prototype[name])
    expect(prototype[name]).toBe(without)
  })
})
