import { execFileSync } from 'node:child_process'
import { arch, hostname, platform, release } from 'node:os'
import { cloudAttributes } from './detectors/cloud'
import { cloudDetector, createResource, hostDetector, processDetector } from './index'

test.each<[NodeJS.ProcessEnv, object]>([
  [{}, {}],
  [{ AWS_REGION: 'eu-west-1', AWS_DEFAULT_REGION: 'us-east-1' }, { 'cloud.region': 'eu-west-1' }],
  [{ AWS_REGION: ' ', AWS_DEFAULT_REGION: 'us-east-1' }, { 'cloud.region': 'us-east-1' }],
  [{ GOOGLE_CLOUD_REGION: 'europe-west4' }, { 'cloud.region': 'europe-west4' }],
  [{ REGION_NAME: 'anything' }, {}],
  [{ REGION_NAME: 'West Europe', WEBSITE_SITE_NAME: 'orders' }, { 'cloud.region': 'West Europe' }],
  [{ FLY_REGION: 'ams' }, { 'cloud.region': 'ams' }],
  [
    { NOMAD_REGION: 'eu', NOMAD_DC: 'eu-1' },
    { 'cloud.region': 'eu', 'cloud.availability_zone': 'eu-1' },
  ],
  [{ AWS_REGION: 'eu-west-1', NOMAD_DC: 'eu-1' }, { 'cloud.region': 'eu-west-1' }],
])('region and zone from %j', (env, attributes) => {
  expect(cloudAttributes(env)).toEqual(attributes)
})

test('the region of this machine is an attribute or absent', () => {
  expect(Object.keys(cloudDetector.detect().attributes ?? {})).toEqual(
    process.env['AWS_REGION'] ? ['cloud.region'] : [],
  )
})

test('the host is told in the words of the conventions', () => {
  const { attributes } = hostDetector.detect()
  expect(attributes).toMatchObject({ 'host.name': hostname(), 'os.version': release() })
  expect(attributes?.['host.arch']).toBe({ x64: 'amd64', arm: 'arm32', ia32: 'x86' }[arch() as string] ?? arch())
  expect(attributes?.['os.type']).toBe({ win32: 'windows', sunos: 'solaris' }[platform() as string] ?? platform())
})

test('the process is told', () => {
  expect(processDetector.detect().attributes).toMatchObject({
    'process.pid': process.pid,
    'process.executable.path': process.execPath,
    'process.executable.name': 'node',
    'process.runtime.name': 'nodejs',
    'process.runtime.version': process.versions.node,
  })
})

describe('secrets on the command line', () => {
  const print = `console.log(JSON.stringify(require(${JSON.stringify(require.resolve('../dist/index.js'))}).processDetector.detect()))`

  test('arguments of the script are not told', () => {
    const told = execFileSync(process.execPath, [require.resolve('./fixtures/print-process.js'), '--token=hunter2'], {
      encoding: 'utf8',
    })
    expect(JSON.parse(told)['process.command_args'][1]).toMatch(/print-process\.js$/)
    expect(told).not.toContain('hunter2')
  })

  test('with node -e, where they take the place of the script, they are not told either', () => {
    const told = execFileSync(process.execPath, ['-e', print, '/secret/hunter2'], { encoding: 'utf8' })
    expect(told).toContain('process.pid')
    expect(told).not.toContain('command_args')
    expect(told).not.toContain('hunter2')
  })
})

test('a whole resource takes a few milliseconds', () => {
  const took = Array.from({ length: 5 }, () => {
    const started = performance.now()
    createResource({ name: 'orders' })
    return performance.now() - started
  })
  expect(Math.min(...took)).toBeLessThan(10)
})
