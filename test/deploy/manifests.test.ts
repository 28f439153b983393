import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createResource } from '@heddle/identity'
import { collectorManifest, jaeger, victoriaLogs } from '../../backends/src/versions'
import { describeWithBackends } from '../backends/programs'
import { DEPLOY } from './collectors'
import { type Manifests, type Resource, readManifests, type Workload } from './manifests'

// Compiling Kubernetes' types for the first time takes minutes.
const COMPILE_TIMEOUT_MS = 600_000

const COLLECTOR_IMAGE = `otel/opentelemetry-collector-contrib:${collectorManifest.dist.version}`

const text = (...path: string[]) => readFileSync(join(DEPLOY, ...path), 'utf8')

describeWithBackends('the manifests of deploy/', () => {
  let manifests: Manifests
  beforeAll(async () => {
    manifests = await readManifests()
  }, COMPILE_TIMEOUT_MS)

  function find<T extends Resource | Workload>(kind: string, name: string): T {
    const found = manifests.kubernetes.filter((each) => each.kind === kind && each.metadata.name === name)
    expect(found).toHaveLength(1)
    return found[0] as T
  }

  test(
    'a field that does not exist is an error',
    async () => {
      const copy = mkdtempSync(join(tmpdir(), 'heddle-deploy-'))
      try {
        cpSync(DEPLOY, copy, { recursive: true })
        const agent = join(copy, 'kubernetes', 'agent.yaml')
        writeFileSync(agent, readFileSync(agent, 'utf8').replace('readinessProbe:', 'readynessProbe:'))
        await expect(readManifests(copy)).rejects.toThrow(
          'unknown field "spec.template.spec.containers[0].readynessProbe"',
        )
      } finally {
        rmSync(copy, { recursive: true, force: true })
      }
    },
    COMPILE_TIMEOUT_MS,
  )

  test.each([
    ['DaemonSet', 'otel-agent', 'agent.yaml'],
    ['Deployment', 'otel-gateway', 'gateway.yaml'],
  ])('the %s %s runs the collector with the file that is mounted, and its service finds it', (kind, name, file) => {
    const { spec, metadata } = find<Workload>(kind, name)
    const pod = spec.template.spec
    const [container] = pod.containers
    expect(metadata.namespace).toBe('telemetry')
    expect(spec.template.metadata.labels).toMatchObject(spec.selector.matchLabels)
    expect(container).toMatchObject({ image: COLLECTOR_IMAGE, args: [`--config=/etc/otelcol/${file}`] })
    expect(container?.volumeMounts).toContainEqual({ name: 'config', readOnly: true, mountPath: '/etc/otelcol' })
    const config = pod.volumes.find((volume) => volume.name === 'config')?.configMap?.name ?? ''
    expect(find<Resource>('ConfigMap', config).data).toEqual({ [file]: text('collector', file) })

    // Every port that is named is one that the configuration listens on; the probe asks the health
    // check.
    for (const { containerPort } of container!.ports) expect(text('collector', file)).toContain(String(containerPort))
    expect(text('collector', file)).toContain(`0.0.0.0:${container?.readinessProbe?.httpGet.port}`)

    const service = find<Resource>('Service', name).spec
    expect(spec.template.metadata.labels).toMatchObject(service.selector)
    const named = Object.fromEntries(container!.ports.map((port) => [port.name, port.containerPort]))
    for (const port of service.ports) expect(named[port.targetPort]).toBe(port.port)
  })

  test('the agents look for the gateways behind a headless service, by its name', () => {
    const { metadata, spec } = find<Resource>('Service', 'otel-gateway')
    expect(spec.clusterIP).toBe('None')
    expect(text('collector', 'agent.yaml')).toContain(`${metadata.name}.${metadata.namespace}.svc.cluster.local`)
  })

  test('what scales and what protects the gateways means the gateways', () => {
    const gateway = find<Workload>('Deployment', 'otel-gateway')
    expect(find<Resource>('HorizontalPodAutoscaler', 'otel-gateway').spec.scaleTargetRef).toEqual({
      apiVersion: 'apps/v1',
      kind: gateway.kind,
      name: gateway.metadata.name,
    })
    const { selector } = find<Resource>('PodDisruptionBudget', 'otel-gateway').spec
    expect(selector.matchLabels).toEqual(gateway.spec.selector.matchLabels)
  })

  test('the app sends to the agents, and Heddle reads who it is from its variables', () => {
    const [container] = manifests.app.spec.template.spec.containers
    const fields = {
      'metadata.namespace': 'shop',
      'metadata.name': 'orders-5d8f-x2x',
      'metadata.uid': '1c0d0a5e-8d2b-4bd7-9d0c-3a2e6bb1f6b0',
      'status.podIP': '10.1.2.3',
      'spec.nodeName': 'node-7',
    }
    const value = (variable: { value?: string; valueFrom?: { fieldRef: { fieldPath: string } } }) =>
      variable.value ?? fields[variable.valueFrom?.fieldRef.fieldPath as keyof typeof fields]
    const env = Object.fromEntries(container!.env!.map((variable) => [variable.name, value(variable)]))
    expect(Object.values(env)).not.toContain(undefined)
    const agent = find<Resource>('Service', 'otel-agent')
    expect(new URL(env['OTEL_EXPORTER_OTLP_ENDPOINT']!)).toMatchObject({
      hostname: `${agent.metadata.name}.${agent.metadata.namespace}.svc.cluster.local`,
      port: '4317',
    })
    expect(createResource({}, { env: { ...env, KUBERNETES_SERVICE_HOST: '10.0.0.1' } }).attributes).toMatchObject({
      'service.name': 'orders',
      'service.version': '2.1.0',
      'service.namespace': 'shop',
      'deployment.environment.name': 'production',
      'k8s.cluster.name': 'production-eu',
      'k8s.namespace.name': 'shop',
      'k8s.deployment.name': 'orders',
      'k8s.container.name': 'orders',
      'k8s.node.name': 'node-7',
      'k8s.pod.name': 'orders-5d8f-x2x',
      'k8s.pod.uid': '1c0d0a5e-8d2b-4bd7-9d0c-3a2e6bb1f6b0',
      'k8s.pod.ip': '10.1.2.3',
    })
    const [mount] = container!.volumeMounts
    expect(env['HEDDLE_SPOOL_DIR']).toMatch(new RegExp(`^${mount?.mountPath}/.`))
  })

  test('compose runs the versions that are tested here, with files that exist, on the loopback interface only', () => {
    const { services } = manifests.compose
    expect(services).toMatchObject({
      collector: { image: COLLECTOR_IMAGE, command: ['--config=/etc/otelcol/single-node.yaml'] },
      // Jaeger 2.13 is 1.76 by its tags.
      jaeger: { image: `jaegertracing/jaeger:2.${Number(jaeger.version.split('.')[1]) - 63}.0` },
      'victoria-logs': { image: `victoriametrics/victoria-logs:${victoriaLogs.version}` },
    })
    for (const { image, ports = [], volumes = [] } of Object.values(services)) {
      expect(image).toMatch(/:v?\d+[\w.-]*$/)
      for (const { host_ip } of ports) expect(host_ip).toBe('127.0.0.1')
      for (const { type, source } of volumes) if (type === 'bind') expect(existsSync(source)).toBe(true)
    }
  })

  test('in compose, what one names of another is there', () => {
    const { services } = manifests.compose
    const { collector } = services
    const names = Object.keys(services)
    expect(services['app']?.environment?.['OTEL_EXPORTER_OTLP_ENDPOINT']).toBe('http://collector:4317')
    expect(collector?.ports?.map(({ target }) => target)).toEqual([4317, 4318, 13133])
    const single = text('collector', 'single-node.yaml')
    const grafana = text('compose', 'grafana-datasources.yaml')
    const prometheus = text('compose', 'prometheus.yaml')
    const hosts = [
      ...[...single.matchAll(/:-(?:http:\/\/)?([a-z-]+):\d+\}/g)],
      ...[...grafana.matchAll(/url: http:\/\/([a-z-]+):/g)],
      ...[...prometheus.matchAll(/\[([a-z-]+):\d+\]/g)],
    ].map(([, host]) => host)
    expect(hosts).toHaveLength(7)
    expect(names).toEqual(expect.arrayContaining(hosts))
    for (const [, port] of prometheus.matchAll(/collector:(\d+)/g)) expect(single).toContain(port)
    for (const [, uid] of grafana.matchAll(/datasourceUid: (\S+)/g)) expect(grafana).toContain(`uid: ${uid}\n    type`)
  })
})
