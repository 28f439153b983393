import { existsSync, mkdirSync } from 'node:fs'
import { binFolder, buildGoProgram, clearAbandoned, goBinary } from '../cache'
import { BackendsError, hasGo } from '../install'
import { answers, type Report } from '../run'
import { ferretDb, jaeger, nats } from '../versions'
import { installPackages, whyNotInstalled } from './debian'
import { PACKAGED } from './find'
import { fetchKafka, kafkaJars } from './kafka'
import { installMoto, motoModules } from './moto'

export type ServerName = keyof typeof PACKAGED | 'nats' | 'ferretdb' | 'jaeger' | 'kafka' | 'moto'

type Found = Partial<Record<ServerName, string>>

/** Where the programs are; Kafka is a folder of jars, moto one of modules. One that is absent could not be had here. */
export type Servers = Readonly<Found>

/**
 * Finds the servers that the libraries' tests talk to, and installs what is missing: from Debian
 * where we are root, from Go modules, Maven and PyPI into the cache. A server that cannot be had here
 * is left out, with a line that says why.
 *
 * @throws BackendsError for one that is left out, with `HEDDLE_REQUIRE_SERVERS=1`.
 */
export async function installServers(report: Report): Promise<Servers> {
  mkdirSync(binFolder(), { recursive: true })
  clearAbandoned()
  const found: Found = {}
  const leftOut: string[] = []
  const leaveOut = (name: ServerName, why: string) => {
    leftOut.push(name)
    report(`${name}: left out: ${why}`)
  }
  await addPackaged(found, leaveOut, report)
  // One after the other: each of these builds takes every core.
  const goPrograms = [
    ['nats', nats],
    ['ferretdb', ferretDb],
    ['jaeger', jaeger],
  ] as const
  for (const [name, program] of goPrograms) {
    await add(found, leaveOut, name, async () => {
      if (!existsSync(goBinary(name, program)) && !(await hasGo())) throw new Error('there is no Go to build it with')
      return buildGoProgram(name, program, report)
    })
  }
  await add(found, leaveOut, 'kafka', async () => {
    if (!(await answers('java', '-version'))) throw new Error('there is no Java (Debian: default-jre-headless)')
    if (!existsSync(kafkaJars()) && !(await answers('mvn', '--version'))) {
      throw new Error('there is no Maven to fetch it with (Debian: maven)')
    }
    return fetchKafka(report)
  })
  await add(found, leaveOut, 'moto', async () => {
    if (!existsSync(motoModules()) && !(await answers('python3', '-m', 'pip', '--version'))) {
      throw new Error('there is no pip to install it with (Debian: python3-pip)')
    }
    return installMoto(report)
  })
  if (leftOut.length > 0 && process.env['HEDDLE_REQUIRE_SERVERS'] === '1') {
    throw new BackendsError(`HEDDLE_REQUIRE_SERVERS is set, and these are missing: ${leftOut.join(', ')}`)
  }
  return found
}

type LeaveOut = (name: ServerName, why: string) => void

async function add(found: Found, leaveOut: LeaveOut, name: ServerName, install: () => Promise<string>) {
  try {
    found[name] = await install()
  } catch (error) {
    // The others are worth having without it.
    leaveOut(name, (error as Error).message)
  }
}

async function addPackaged(found: Found, leaveOut: LeaveOut, report: Report) {
  const names = Object.keys(PACKAGED) as (keyof typeof PACKAGED)[]
  const missing = names.filter((name) => PACKAGED[name].find() === undefined)
  let why = missing.length > 0 ? await whyNotInstalled() : undefined
  if (missing.length > 0 && why === undefined) {
    const packages = missing.map((name) => PACKAGED[name].package)
    await installPackages(packages, report).catch((error: Error) => {
      why = error.message
    })
  }
  for (const name of names) {
    const program = PACKAGED[name].find()
    if (program !== undefined) found[name] = program
    else leaveOut(name, `${why ?? 'its package has no such program'} (Debian: ${PACKAGED[name].package})`)
  }
}
