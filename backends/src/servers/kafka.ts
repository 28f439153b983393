import { existsSync, mkdirSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { binFolder, workspaceFor } from '../cache'
import { cleanUp } from '../go-build'
import { type Report, run } from '../run'
import { kafka } from '../versions'

/** Kafka with everything that it needs, from Maven. @returns the folder of its jars */
export async function fetchKafka(report: Report): Promise<string> {
  const jars = kafkaJars()
  if (existsSync(jars)) return jars
  report('kafka: fetching its jars from Maven Central, once')
  const workspace = workspaceFor('kafka')
  mkdirSync(workspace, { recursive: true })
  try {
    writeFileSync(join(workspace, 'pom.xml'), POM)
    await run('mvn', ['-q', '-B', kafka.fetchedBy, '-DincludeScope=runtime', '-DoutputDirectory=jars'], {
      cwd: workspace,
    })
    renameSync(join(workspace, 'jars'), jars)
  } finally {
    cleanUp(workspace)
  }
  return jars
}

export const kafkaJars = () => join(binFolder(), `kafka-${kafka.version}`)

const dependency = (artifact: string) => {
  const [group, name, version] = artifact.split(':')
  return `<dependency><groupId>${group}</groupId><artifactId>${name}</artifactId><version>${version}</version></dependency>`
}

const POM = `<project>
  <modelVersion>4.0.0</modelVersion>
  <groupId>heddle</groupId><artifactId>kafka</artifactId><version>1</version>
  <dependencies>${kafka.artifacts.map(dependency).join('')}</dependencies>
</project>`
