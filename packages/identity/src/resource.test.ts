import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  defaultResource,
  detectResources,
  envDetector,
  type ResourceDetector,
  resourceFromAttributes,
} from '@opentelemetry/resources'
import * as conventions from '@opentelemetry/semantic-conventions/incubating'
import { attributeSource, createResource, identityDetector, type ResourceOptions, type ServiceIdentity } from './index'

let app: string
let options: ResourceOptions & { warnings: string[] }

beforeEach(() => {
  app = mkdtempSync(join(tmpdir(), 'identity-'))
  mkdirSync(join(app, 'dist'))
  const warnings: string[] = []
  options = { env: {}, entryPoint: join(app, 'dist', 'server.js'), onWarning: (w) => warnings.push(w), warnings }
})

afterEach(() => rmSync(app, { recursive: true }))

const writePackage = (contents: unknown) => writeFileSync(join(app, 'package.json'), JSON.stringify(contents))
const detectorOf = (attributes: object): ResourceDetector => ({ detect: () => ({ attributes: { ...attributes } }) })

describe('who wins', () => {
  interface Given {
    identity: ServiceIdentity
    env: NodeJS.ProcessEnv
    detectors: ResourceDetector[]
  }
  const sources: Array<(given: Given) => void> = [
    function detector(given) {
      given.detectors.push(detectorOf({ 'service.name': 'detector' }))
    },
    function packageJson() {
      writePackage({ name: 'packageJson' })
    },
    function resourceAttributes({ env }) {
      env['OTEL_RESOURCE_ATTRIBUTES'] = 'service.name=resourceAttributes'
    },
    function serviceName({ env }) {
      env['OTEL_SERVICE_NAME'] = 'serviceName'
    },
    function code(given) {
      given.identity = { name: 'code' }
    },
  ]

  const SOURCES = ['detected', 'package.json', 'OTEL_RESOURCE_ATTRIBUTES', 'OTEL_SERVICE_NAME', 'code']

  test.each(sources.map((source, i) => [source.name, i] as const))(
    '%s wins over all that is below it',
    (name, index) => {
      const given: Given = { identity: {}, env: {}, detectors: [] }
      for (const source of sources.slice(0, index + 1)) source(given)
      const resource = createResource(given.identity, { ...options, env: given.env, detectors: given.detectors })
      expect(resource.attributes['service.name']).toBe(name)
      expect(attributeSource(resource, 'service.name')).toBe(SOURCES[index])
    },
  )

  test('a detector given wins over ours, the later of two over the earlier', () => {
    const detectors = [detectorOf({ 'host.name': 'a', 'os.type': 'a' }), detectorOf({ 'host.name': 'b' })]
    const { attributes } = createResource({ name: 'orders' }, { ...options, detectors })
    expect(attributes).toMatchObject({ 'host.name': 'b', 'os.type': 'a', 'process.pid': process.pid })
  })

  test('name and version may come from different places', () => {
    writePackage({ name: '@shop/orders', version: '2.1.0' })
    const { attributes } = createResource({}, { ...options, env: { OTEL_SERVICE_NAME: 'orders' } })
    expect(attributes).toMatchObject({ 'service.name': 'orders', 'service.version': '2.1.0' })
  })
})

test('every field becomes its attribute, and a field wins over the same attribute', () => {
  const identity: Required<ServiceIdentity> = {
    name: 'orders',
    version: '2.1.0',
    namespace: 'shop',
    environment: 'production',
    region: 'eu-central-1',
    zone: 'eu-central-1b',
    instanceId: 'orders-7',
    attributes: { 'service.name': 'other', 'team.name': 'checkout', shards: [1, 2] },
  }
  expect(createResource(identity, options).attributes).toMatchObject({
    'service.name': 'orders',
    'service.version': '2.1.0',
    'service.namespace': 'shop',
    'deployment.environment.name': 'production',
    'cloud.region': 'eu-central-1',
    'cloud.availability_zone': 'eu-central-1b',
    'service.instance.id': 'orders-7',
    'team.name': 'checkout',
    shards: [1, 2],
    'telemetry.sdk.language': 'nodejs',
    'telemetry.sdk.name': 'opentelemetry',
  })
})

test('a blank field counts as not given', () => {
  writePackage({ name: 'orders' })
  const { attributes } = createResource({ name: ' ', version: '', attributes: { 'service.name': '' } }, options)
  expect(attributes['service.name']).toBe('orders')
  expect(attributes).not.toHaveProperty(['service.version'])
})

test.each<[unknown, string]>([
  [{ name: 42 }, "identity's name is 42; it must be a string"],
  [{ region: { secret: 'x' } }, "identity's region is an object; it must be a string"],
  [{ attributes: 'a=b' }, "identity's attributes are a string; they must be an object"],
  [{ attributes: { team: { a: 1 } } }, 'identity\'s attribute "team" is an object; it must be a string, a number'],
  [{ attributes: { mixed: [1, 'a'] } }, 'attribute "mixed" is an array'],
  ['orders', 'The service identity is a string; it must be an object'],
])('%j is refused with what was read and what is allowed', (identity, message) => {
  expect(() => createResource(identity as ServiceIdentity, options)).toThrow(TypeError)
  expect(() => createResource(identity as ServiceIdentity, options)).toThrow(message)
  expect(() => identityDetector(identity as ServiceIdentity, options)).toThrow(message)
})

test('a service without any name is unknown_service:node, which is said once', () => {
  expect(createResource({}, options).attributes['service.name']).toBe('unknown_service:node')
  expect(createResource({}, options).attributes['service.name']).toBe('unknown_service:node')
  expect(options.warnings).toEqual([expect.stringContaining('OTEL_SERVICE_NAME')])
})

test('what nobody says is a default or detected, and an attribute that there is not has no source', () => {
  const late = detectorOf({ 'x.late': Promise.resolve('settled') })
  const resource = createResource({}, { ...options, detectors: [late] })
  const names = ['service.name', 'service.instance.id', 'process.pid', 'x.late', 'x.none']
  expect(names.map((name) => attributeSource(resource, name))).toEqual([
    'default',
    'default',
    'detected',
    'detected',
    undefined,
  ])
})

test('the instance id is a UUID that stays the same in the process', () => {
  const first = createResource({ name: 'a' }, options).attributes['service.instance.id']
  expect(first).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
  expect(createResource({ name: 'b' }, options).attributes['service.instance.id']).toBe(first)
})

test('region comes from the platform, when neither code nor environment says it', () => {
  const env = { AWS_REGION: 'eu-west-1' }
  expect(createResource({ name: 'a' }, { ...options, env }).attributes['cloud.region']).toBe('eu-west-1')
  expect(createResource({ name: 'a', region: 'home' }, { ...options, env }).attributes['cloud.region']).toBe('home')
})

describe('detectors of others', () => {
  const hostileThenable = Object.defineProperty({}, 'then', {
    enumerable: true,
    value: () => {
      throw new Error('hostile')
    },
  })

  test('attributes that are promises are awaited by waitForAsyncAttributes', async () => {
    const detectors = [
      detectorOf({ 'cloud.account.id': Promise.resolve('42'), 'service.name': Promise.resolve('late') }),
    ]
    const resource = createResource({}, { ...options, detectors })
    expect(resource.asyncAttributesPending).toBe(true)
    await resource.waitForAsyncAttributes?.()
    expect(resource.attributes).toMatchObject({ 'cloud.account.id': '42', 'service.name': 'late' })
    expect(options.warnings).toEqual([])
  })

  test.each<[string, unknown]>([
    ['rejects', Promise.reject(new Error('no metadata server'))],
    ['brings nothing', Promise.resolve(undefined)],
    ['brings no attribute value', Promise.resolve({ not: 'a value' })],
    ['throws when it is awaited', hostileThenable],
  ])('a promise that %s leaves what was detected below it', async (_, value) => {
    const resource = createResource(
      { name: 'a' },
      { ...options, detectors: [detectorOf({ 'os.type': value as string })] },
    )
    await resource.waitForAsyncAttributes?.()
    expect(resource.attributes['os.type']).toBe(createResource({ name: 'a' }, options).attributes['os.type'])
  })

  test.each<[string, () => unknown]>([
    [
      'throws',
      () => {
        throw new Error('broken')
      },
    ],
    [
      'throws what cannot be printed',
      () => {
        throw Object.create(null)
      },
    ],
    ['returns a promise', () => Promise.reject(new Error('never seen'))],
    [
      'has attributes that throw',
      () => ({
        attributes: {
          get a() {
            throw new Error('getter')
          },
        },
      }),
    ],
  ])('a detector that %s is skipped with one warning', (_, detect) => {
    const detectors = [{ detect } as ResourceDetector, detectorOf({ 'team.name': 'checkout' })]
    expect(createResource({ name: 'a' }, { ...options, detectors }).attributes['team.name']).toBe('checkout')
    expect(options.warnings).toEqual([expect.stringContaining('resource detector')])
  })
})

test('a warning handler that throws does not stop the app', () => {
  const onWarning = () => {
    throw new Error('handler')
  }
  const env = { OTEL_RESOURCE_ATTRIBUTES: '%' }
  expect(createResource({ name: 'a' }, { ...options, env, onWarning }).attributes['service.name']).toBe('a')
})

test('in a stock SDK the identity merges with the detectors beside it', async () => {
  const own = identityDetector(
    { name: 'orders' },
    { ...options, detectors: [detectorOf({ 'team.name': Promise.resolve('a') })] },
  )
  const resource = detectResources({ detectors: [envDetector, own] })
  await resource.waitForAsyncAttributes?.()
  expect(resource.attributes).toMatchObject({
    'service.name': 'orders',
    'team.name': 'a',
    'host.name': expect.any(String),
  })
})

test('every attribute of ours is one that the semantic conventions define', () => {
  const env = {
    AWS_REGION: 'a',
    K8S_POD_NAME: 'b',
    K8S_DEPLOYMENT_NAME: 'c',
    K8S_CLUSTER_NAME: 'd',
    K8S_NODE_NAME: 'e',
  }
  const defined = new Set<unknown>(Object.values(conventions))
  const names = Object.keys(createResource({ name: 'a', environment: 'b', zone: 'c' }, { ...options, env }).attributes)
  expect(names.filter((name) => !defined.has(name))).toEqual([])
  expect(names.length).toBeGreaterThan(20)
})

test('the resource names the SDK that is installed above the entry point', () => {
  const versionOf = () => createResource({}, options).attributes['telemetry.sdk.version']
  const without = versionOf()
  expect(without).toMatch(/^2\.\d+\.\d+$/)
  for (const [name, version] of [
    ['sdk-trace', '3.1.0'],
    ['core', '3.2.0'],
  ] as const) {
    const folder = join(app, 'node_modules', '@opentelemetry', name)
    mkdirSync(folder, { recursive: true })
    writeFileSync(join(folder, 'package.json'), JSON.stringify({ name: `@opentelemetry/${name}`, version }))
    expect(versionOf()).toBe(version)
  }
  writeFileSync(join(app, 'node_modules', '@opentelemetry', 'core', 'package.json'), 'broken')
  expect(versionOf()).toBe('3.1.0')
})

test('the resource has what the SDK says of itself', () => {
  const { 'service.name': _name, ...sdk } = defaultResource().attributes
  expect(createResource().attributes).toMatchObject(sdk)
})

test('merged with an official resource, in either order, it is what two official ones would be', async () => {
  const official = defaultResource().merge(
    resourceFromAttributes({ 'service.name': 'theirs', 'x.late': Promise.resolve('settled') as never }),
  )
  const ours = createResource({ name: 'ours' })
  for (const [merged, name] of [
    [official.merge(ours), 'ours'],
    [ours.merge(official), 'theirs'],
  ] as const) {
    expect(merged.asyncAttributesPending).toBe(true)
    await merged.waitForAsyncAttributes?.()
    expect(merged.asyncAttributesPending).toBe(false)
    expect(attributeSource(merged, 'service.name')).toBeUndefined()
    expect(merged.attributes).toMatchObject({
      'service.name': name,
      'x.late': 'settled',
      'telemetry.sdk.language': 'nodejs',
    })
  }
})
