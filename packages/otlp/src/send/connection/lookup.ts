import type { LookupFunction } from 'node:net'
import { builtin } from '../../builtin'
import { countOwnLookup } from './loop-guard'

/**
 * How long a name server may take, in milliseconds, and how often it is asked. The second time
 * takes twice as long.
 */
const ASKED: Asked = { timeout: 1_000, tries: 2 }
const HOSTS =
  process.platform === 'win32' ? `${process.env['SystemRoot']}\\System32\\drivers\\etc\\hosts` : '/etc/hosts'

/** Whom to ask, the system's own name servers unless it is said, and for how long. */
interface Asked {
  readonly timeout: number
  readonly tries: number
  readonly servers?: readonly string[]
}

/** A look-up of one connection, which can be given up. */
interface Lookup {
  readonly lookup: LookupFunction
  cancel(): void
}

/**
 * Looks names up as Node.js does, with the system's own resolver, but only when a name server has
 * answered just now. While none does, the system's resolver blocks a thread for tens of seconds,
 * nothing can call that off, and neither the natural end of a process nor `process.exit()` comes
 * sooner. A query of ours can be called off. What it finds does not count: names without a domain,
 * for one, only the system understands.
 */
export function newLookup(asked: Asked = ASKED): Lookup {
  let cancel = () => {}
  return {
    lookup(hostname, options, callback) {
      const dns = builtin<typeof import('node:dns')>('node:dns')
      const lookUp = () => dns.lookup(hostname, options, callback as never)
      void isAnswered(hostname, asked, (how) => {
        cancel = how
      }).then((isAnswered) => {
        if (isAnswered) return lookUp()
        const error = new Error(`getaddrinfo EAI_AGAIN ${hostname}: no name server answers`)
        callback(Object.assign(error, { code: 'EAI_AGAIN', hostname }), [])
      })
    },
    cancel: () => cancel(),
  }
}

/** Whether it is known that the name can be looked up, or cannot, without a long wait. */
async function isAnswered(
  hostname: string,
  { servers, ...asked }: Asked,
  onCancel: (cancel: () => void) => void,
): Promise<boolean> {
  if (/(^|\.)localhost\.?$/i.test(hostname) || (await isInHosts(hostname))) return true
  const { Resolver } = builtin<typeof import('node:dns')>('node:dns')
  const resolver = new Resolver(asked)
  if (servers !== undefined) resolver.setServers(servers)
  onCancel(() => resolver.cancel())
  countOwnLookup(1)
  const error = await new Promise<NodeJS.ErrnoException | null>((resolve) => resolver.resolve4(hostname, resolve))
  countOwnLookup(-1)
  return error?.code !== 'ETIMEOUT' && error?.code !== 'ECANCELLED'
}

async function isInHosts(hostname: string): Promise<boolean> {
  const { readFile } = builtin<typeof import('node:fs/promises')>('node:fs/promises')
  const hosts = await readFile(HOSTS, 'utf8').catch(() => '')
  return hosts.split(/\s+/).some((word) => word.toLowerCase() === hostname.toLowerCase())
}
