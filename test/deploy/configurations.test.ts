import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describeWithBackends } from '../backends/programs'
import { configurations, DEPLOY, validate } from './collectors'

/**
 * Whose exporters cannot be built from the registries: each says so itself, and deploy/README.md
 * lists them.
 */
const NOT_VALIDATED = ['to/elasticsearch.yaml', 'to/splunk.yaml']

const COMBINATIONS: readonly (readonly string[])[] = [
  ['single-node.yaml'],
  ['agent.yaml'],
  ['gateway.yaml'],
  ['single-node.yaml', 'to/kafka.yaml'],
  ['agent.yaml', 'to/kafka.yaml'],
  ['gateway.yaml', 'from-kafka.yaml'],
  ...['cloudwatch', 'datadog', 'loki'].flatMap((backend) => [
    ['single-node.yaml', `to/${backend}.yaml`],
    ['gateway.yaml', `to/${backend}.yaml`],
  ]),
]

/** What the files ask of the environment, without a default. */
const SETTINGS = {
  STORAGE_DIR: '/tmp',
  KAFKA_BROKERS: 'kafka-0:9092,kafka-1:9092',
  DD_API_KEY: 'not-a-key',
  AWS_REGION: 'eu-central-1',
  // The signing extension asks for credentials when it is validated already; these are found first.
  AWS_ACCESS_KEY_ID: 'not-a-key',
  AWS_SECRET_ACCESS_KEY: 'not-a-key',
}

describeWithBackends('the configurations of deploy/collector', () => {
  test.each(COMBINATIONS.map((files) => [files.join(' + '), files] as const))('%s are valid', async (_name, files) => {
    await expect(validate(files, SETTINGS)).resolves.toBeUndefined()
  })

  test('a part alone is refused: the validation does look', async () => {
    await expect(validate(['to/kafka.yaml'], SETTINGS)).rejects.toThrow('must have at least one receiver')
  })
})

test('each configuration is validated above, or says that it is not, as the README does', () => {
  const validated = new Set(COMBINATIONS.flat())
  expect(configurations.filter((file) => !validated.has(file))).toEqual(NOT_VALIDATED)
  const readme = readFileSync(join(DEPLOY, 'README.md'), 'utf8')
  for (const file of configurations) {
    const isMarked = readFileSync(join(DEPLOY, 'collector', file), 'utf8').includes('NOT VALIDATED')
    expect({ file, isMarked }).toEqual({ file, isMarked: NOT_VALIDATED.includes(file) })
    expect(readme).toContain(`\`${file}\``)
  }
})
