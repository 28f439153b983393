import type { SecureContextOptions, TlsOptions } from 'node:tls'

/** Certificates of a receiver that is to be reached over TLS. Each is PEM. */
export interface ReceiverTls {
  readonly cert: string | Buffer
  readonly key: string | Buffer
  /** When given, clients must show a certificate that this authority signed. */
  readonly clientCa?: string | Buffer
}

/** The options of Node's TLS servers for these certificates. */
export function tlsOptions({ cert, key, clientCa }: ReceiverTls): SecureContextOptions & TlsOptions {
  return clientCa === undefined
    ? { cert, key }
    : { cert, key, ca: clientCa, requestCert: true, rejectUnauthorized: true }
}
