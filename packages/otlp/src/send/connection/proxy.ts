import type { Socket } from 'node:net'
import { builtin } from '../../builtin'
import type { Security } from './address'

/** A proxy that connections are to go through. */
export interface ProxyServer {
  readonly address: { readonly host: string; readonly port: number }
  /** TLS of the connection to the proxy itself. */
  readonly security: Security | undefined
  /** `Proxy-Authorization`, if the proxy is to know who is there. */
  readonly authorization: string | undefined
}

/**
 * The proxy does not open a tunnel to where we want to go. Squid, as it is installed, opens them to
 * port 443 alone.
 */
export class TunnelRefused extends Error {}

/**
 * The proxy for an endpoint, if Node.js itself has been told to use those of the environment
 * (`NODE_USE_ENV_PROXY=1`, `--use-env-proxy`, or an agent with `proxyEnv` as the global one): then
 * `HTTPS_PROXY` or `HTTP_PROXY`, as the endpoint is secure or not, and `NO_PROXY`, read as Node.js
 * reads them. Names in small letters come first.
 */
export function proxyFor(
  { host, port, isSecure }: { readonly host: string; readonly port: number; readonly isSecure: boolean },
  env: NodeJS.ProcessEnv | undefined = proxyEnvironment(),
): ProxyServer | undefined {
  if (env === undefined) return undefined
  const address = isSecure ? (env.https_proxy ?? env.HTTPS_PROXY) : (env.http_proxy ?? env.HTTP_PROXY)
  if (!address || !URL.canParse(address)) return undefined
  const url = new URL(address)
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return undefined
  if (isExempt(host, port, env.no_proxy ?? env.NO_PROXY ?? '')) return undefined
  const isTls = url.protocol === 'https:'
  const proxyHost = bare(url.hostname)
  const credentials = url.username && `${decodeURIComponent(url.username)}:${decodeURIComponent(url.password)}`
  return {
    address: { host: proxyHost, port: Number(url.port || (isTls ? 443 : 80)) },
    security: isTls ? { servername: proxyHost } : undefined,
    authorization: credentials ? `Basic ${Buffer.from(credentials).toString('base64')}` : undefined,
  }
}

/** Has the proxy open a tunnel. Rejects, with a {@link TunnelRefused} if it will not. */
export function tunnel(
  socket: Socket,
  { authorization }: ProxyServer,
  { host, port }: { readonly host: string; readonly port: number },
): Promise<Socket> {
  const { request } = builtin<typeof import('node:http')>('node:http')
  const authority = `${host.includes(':') ? `[${host}]` : host}:${port}`
  return new Promise((resolve, reject) => {
    request({
      method: 'CONNECT',
      path: authority,
      headers: { host: authority, ...(authorization && { 'proxy-authorization': authorization }) },
      createConnection: () => socket,
    })
      .on('connect', ({ statusCode = 0, statusMessage }, stream: Socket, head: Buffer) => {
        if (head.length > 0) stream.unshift(head)
        if (statusCode >= 200 && statusCode < 300) return resolve(stream)
        const message = `the proxy opens no tunnel: HTTP ${statusCode} ${statusMessage}`
        reject(statusCode === 407 ? new Error(message) : new TunnelRefused(message))
      })
      .on('response', ({ statusCode }) => reject(new TunnelRefused(`the proxy opens no tunnel: HTTP ${statusCode}`)))
      .on('error', (error: NodeJS.ErrnoException) => {
        reject(error.message === 'socket hang up' ? new TunnelRefused('the proxy opens no tunnel') : error)
      })
      .end()
  })
}

function proxyEnvironment(): NodeJS.ProcessEnv | undefined {
  const { globalAgent } = builtin<{ globalAgent: { options?: { proxyEnv?: NodeJS.ProcessEnv } } }>('node:http')
  const proxyEnv = globalAgent.options?.proxyEnv
  if (proxyEnv !== undefined) return proxyEnv
  const { env, execArgv } = process
  const flags = [...execArgv, ...(env.NODE_OPTIONS ?? '').split(/\s+/)]
  return env.NODE_USE_ENV_PROXY === '1' || flags.includes('--use-env-proxy') ? env : undefined
}

/**
 * Whether an entry of the list is `*`, the host, its `.domain` or `*.domain`, each also with
 * `:port`, or a range `from-to` of IPv4 addresses around it.
 */
function isExempt(host: string, port: number, list: string): boolean {
  const name = host.toLowerCase()
  return list
    .toLowerCase()
    .split(/[\s,]+/)
    .filter(Boolean)
    .some((entry) => {
      if (entry === '*') return true
      const [, from, to] = /^(\d+(?:\.\d+){3})-(\d+(?:\.\d+){3})$/.exec(entry) ?? []
      if (from !== undefined && to !== undefined) return isBetween(name, from, to)
      const [, bracketed, plain, only] = /^(?:\[(.+)\]|([^:]+))(?::(\d+))?$/.exec(entry) ?? []
      if (only !== undefined && Number(only) !== port) return false
      const pattern = (bracketed ?? plain ?? entry).replace(/^\*\./, '.')
      return pattern.startsWith('.') ? `.${name}`.endsWith(pattern) : name === pattern
    })
}

function isBetween(host: string, from: string, to: string): boolean {
  const value = (address: string) => address.split('.').reduce((sum, part) => sum * 256 + Number(part), 0)
  return /^\d+(\.\d+){3}$/.test(host) && value(from) <= value(host) && value(host) <= value(to)
}

/** An IPv6 address without its brackets. */
export function bare(host: string): string {
  return host.replace(/^\[(.*)\]$/, '$1')
}
