import { ABSENT, AS_3, type Difference } from '../compare'

const attribute = (name: string): string => `resource of * | attributes.${name}`

export const RESOURCE: readonly Difference[] = [
  {
    where: attribute('service.version'),
    stock: ABSENT,
    heddle: '"3.2.1"',
    reason: 'Heddle reads the version from the app’s `package.json`.',
  },
  {
    where: attribute('service.instance.id'),
    stock: { 2: ABSENT, 3: '"<uuid>"' },
    heddle: AS_3,
    reason: 'Two processes of one service are told apart; 3.x does so too.',
  },
  {
    where: [attribute('os.type'), attribute('os.version')],
    stock: { 2: ABSENT, 3: '*' },
    heddle: AS_3,
    reason: '2.x detects the operating system only when its detector is handed in.',
  },
  {
    where: attribute('host.id'),
    stock: '*',
    heddle: ABSENT,
    reason: 'In a container the machine id is that of the image, and the same for all that run it.',
    mayNotShow: true,
  },
  {
    where: [attribute('container.*'), attribute('k8s.*'), attribute('cloud.*')],
    stock: ABSENT,
    heddle: '*',
    reason: 'Heddle says where the process runs; stock has detectors for that in packages of their own.',
    mayNotShow: true,
  },
  {
    where: attribute('process.executable.name'),
    stock: '"<node>"',
    heddle: '"node"',
    reason: 'By the conventions it is the base name; the path is in `process.executable.path`.',
  },
  {
    where: attribute('process.command'),
    stock: '"<app>/golden/app.cjs"',
    heddle: '"<node>"',
    reason: 'By the conventions it is the command that was launched: the first of the arguments, not the second.',
  },
  {
    where: attribute('process.command_args'),
    stock: '["<node>", "--require", "./golden/stock.cjs", "<app>/golden/app.cjs", "limits"]',
    heddle: '["<node>", "<app>/golden/app.cjs"]',
    reason: 'Arguments may be passwords: Heddle sends the executable and the script alone.',
  },
  {
    where: [attribute('telemetry.distro.name'), attribute('telemetry.distro.version')],
    stock: ABSENT,
    heddle: '*',
    reason: 'Heddle is a distribution, and says so where the conventions have it.',
  },
  {
    where: attribute('telemetry.sdk.version'),
    stock: { 2: '"2.12.0"', 3: '"3.1.0"' },
    heddle: '"2.12.0"',
    reason: 'The version of the OpenTelemetry packages that Heddle’s SDK follows and bundles.',
  },
]
