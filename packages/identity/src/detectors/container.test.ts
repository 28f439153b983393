import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { containerDetector, hostDetector, kubernetesDetector } from '../index'
import { containerAttributes, containerId, podOfContainer, readContainerFiles } from './container'
import { machineId } from './host'
import { kubernetesAttributes } from './kubernetes'

const A = 'a1'.repeat(32)
const B = 'b2'.repeat(32)
const POD = '8c4f9bd5-7d12-4c1f-9c57-5e1f0f3f1a2b'

const v1 = (path: string) => ({ cgroup: `12:pids:/\n11:memory:${path}\n1:name=systemd:${path}\n0::/\n`, mountinfo: '' })
const v2 = (...mounts: string[]) => ({ cgroup: '0::/\n', mountinfo: `${mounts.join('\n')}\n` })
const mount = (root: string, point: string, type = 'ext4') =>
  `495 499 0:54 ${root} ${point} rw,relatime master:1 - ${type} /dev/vda rw`

test.each<[string, { cgroup: string; mountinfo: string }, string | undefined]>([
  ['Docker, cgroup v1', v1(`/docker/${A}`), A],
  ['Docker with systemd, cgroup v1', v1(`/system.slice/docker-${A}.scope`), A],
  ['Docker running systemd', v1(`/docker/${A}/init.scope`), A],
  ['Kubernetes with Docker', v1(`/kubepods/burstable/pod${POD}/${A}`), A],
  [
    'Kubernetes with containerd',
    v1(`/kubepods.slice/kubepods-pod${POD.replaceAll('-', '_')}.slice/cri-containerd-${A}.scope`),
    A,
  ],
  ['containerd with a colon', v1(`/system.slice/containerd.service/kubepods-pod${POD}.slice:cri-containerd:${A}`), A],
  ['CRI-O', v1(`/kubepods.slice/crio-${A}.scope`), A],
  ['Podman', v1(`/user.slice/user-1000.slice/libpod-${A}.scope/container`), A],
  ['kind: a pod in a node that is a container', v1(`/docker/${B}/kubelet/kubepods/pod${POD}/${A}`), A],
  [
    'ECS on Fargate',
    v1(`/ecs/0123456789abcdef0123456789abcdef/0123456789abcdef0123456789abcdef-2574823563`),
    '0123456789abcdef0123456789abcdef-2574823563',
  ],
  [
    'Docker, cgroup v2',
    v2(mount('/', '/', 'overlay'), mount(`/var/lib/docker/containers/${A}/hostname`, '/etc/hostname')),
    A,
  ],
  [
    'Podman, cgroup v2',
    v2(mount(`/containers/overlay-containers/${A}/userdata/hostname`, '/etc/hostname', 'tmpfs')),
    A,
  ],
  ['cgroup v2 with the namespace of the host', v2(mount(`/../../pod${POD}/${A}`, '/sys/fs/cgroup', 'cgroup2')), A],
  ['a volume named like a container is not it', v2(mount(`/var/lib/docker/volumes/${B}/_data`, '/data')), undefined],
  [
    'the sandbox of a pod is not the container',
    v2(mount(`/var/lib/containerd/io.containerd.grpc.v1.cri/sandboxes/${B}/hostname`, '/etc/hostname')),
    undefined,
  ],
  [
    'the pause container of a pod is not the container',
    v2(
      mount(`/var/lib/kubelet/pods/${POD}/etc-hosts`, '/etc/hosts'),
      mount(`/docker/containers/${B}/hostname`, '/etc/hostname'),
    ),
    undefined,
  ],
  ['a machine', v1('/user.slice/user-1000.slice/session-2.scope'), undefined],
  ['nothing to read', { cgroup: '', mountinfo: '' }, undefined],
])('%s', (_, files, id) => {
  expect(containerId(files)).toBe(id)
  expect(containerAttributes(files)).toEqual(id === undefined ? {} : { 'container.id': id })
})

test('the pod is known from its mounts, its container by the termination log', () => {
  const files = v2(
    mount(`/var/lib/kubelet/pods/${POD}/etc-hosts`, '/etc/hosts'),
    mount(`/kubelet/pods/${POD}/containers/orders/b02b3f71`, '/dev/termination-log'),
  )
  expect(podOfContainer(files)).toEqual({ uid: POD, containerName: 'orders' })
})

test.each([POD, POD.replaceAll('-', '_')])('the pod is known from its control group: %s', (uid) => {
  expect(podOfContainer(v1(`/kubepods.slice/kubepods-burstable-pod${uid}.slice/${A}`))?.uid).toBe(POD)
})

test('files of the kernel are read, and missing ones are empty', () => {
  const proc = mkdtempSync(join(tmpdir(), 'identity-'))
  try {
    writeFileSync(join(proc, 'cgroup'), `0::/docker/${A}\n`)
    expect(containerId(readContainerFiles(proc))).toBe(A)
    expect(readContainerFiles(join(proc, 'none'))).toEqual({ cgroup: '', mountinfo: '' })
  } finally {
    rmSync(proc, { recursive: true })
  }
})

test('whatever the files hold, the id is absent or well-formed, in linear time', () => {
  const line = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.string({
      unit: fc.constantFrom(
        '/',
        ':',
        '-',
        ' ',
        '\n',
        A,
        POD,
        'pods',
        'containers',
        '/etc/hostname',
        'cgroup2',
        '.scope',
      ),
    }),
  )
  fc.assert(
    fc.property(line, line, (cgroup, mountinfo) => {
      expect(containerId({ cgroup, mountinfo }) ?? A).toMatch(/^[0-9a-f]{64}$/)
      expect(podOfContainer({ cgroup, mountinfo })?.uid ?? POD).toBe(POD)
    }),
  )
  const long = 'a-'.repeat(300_000)
  const started = performance.now()
  containerId({ cgroup: `0::/${long}`, mountinfo: mount(`/${long}`, '/etc/hostname') })
  expect(performance.now() - started).toBeLessThan(1000)
})

describe('kubernetes', () => {
  const inside = { KUBERNETES_SERVICE_HOST: '10.0.0.1' }

  test.each<[string, NodeJS.ProcessEnv, object]>([
    [
      'names that mean nothing else count anywhere',
      { K8S_POD_NAME: 'a', OTEL_RESOURCE_ATTRIBUTES_NODE_NAME: 'n' },
      { 'k8s.pod.name': 'a', 'k8s.node.name': 'n' },
    ],
    ['common names count only in Kubernetes', { POD_NAME: 'a', NODE_NAME: 'b', POD_NAMESPACE: 'c' }, {}],
    [
      'in Kubernetes they count',
      { ...inside, POD_NAME: 'a', POD_NAMESPACE: 'c', POD_UID: 'u' },
      { 'k8s.pod.name': 'a', 'k8s.namespace.name': 'c', 'k8s.pod.uid': 'u' },
    ],
    [
      'the clearer name wins, a blank one does not',
      { ...inside, K8S_POD_NAME: 'a', POD_NAME: 'b', K8S_NODE_NAME: ' ', NODE_NAME: 'n' },
      { 'k8s.pod.name': 'a', 'k8s.node.name': 'n' },
    ],
    [
      'the workload',
      { K8S_DEPLOYMENT_NAME: 'd', K8S_JOB_NAME: 'j', K8S_CLUSTER_NAME: 'c' },
      { 'k8s.deployment.name': 'd', 'k8s.job.name': 'j', 'k8s.cluster.name': 'c' },
    ],
  ])('%s', (_, env, attributes) => {
    expect(kubernetesAttributes(env, undefined, '/nowhere')).toEqual(attributes)
  })

  test('what no variable says comes from the mounts and the service account', () => {
    const folder = mkdtempSync(join(tmpdir(), 'identity-'))
    const file = join(folder, 'namespace')
    try {
      writeFileSync(file, 'shop\n')
      const pod = { uid: POD, containerName: 'orders' }
      expect(kubernetesAttributes({ ...inside, K8S_POD_UID: 'said' }, pod, file)).toEqual({
        'k8s.namespace.name': 'shop',
        'k8s.pod.uid': 'said',
        'k8s.container.name': 'orders',
      })
      expect(kubernetesAttributes({}, undefined, file)).toEqual({})
    } finally {
      rmSync(folder, { recursive: true })
    }
  })
})

test('a machine id is taken only when it is one', () => {
  const folder = mkdtempSync(join(tmpdir(), 'identity-'))
  const [unset, good] = [join(folder, 'unset'), join(folder, 'good')]
  try {
    writeFileSync(unset, 'uninitialized\n')
    writeFileSync(good, 'FDBF79E8AF94CB7F9E8DF36789187052\n')
    expect(machineId([join(folder, 'none'), unset, good])).toBe('fdbf79e8af94cb7f9e8df36789187052')
    expect(machineId([unset])).toBeUndefined()
  } finally {
    rmSync(folder, { recursive: true })
  }
})

test.each([containerDetector, hostDetector, kubernetesDetector])(
  'detector %# tells what is here without throwing',
  (detector) => {
    expect(typeof detector.detect().attributes).toBe('object')
  },
)
