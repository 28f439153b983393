import type { SecureContextOptions, TlsOptions } from 'node:tls'

/** The certificates of a receiver that serves TLS, each in PEM. */
export interface ReceiverTls {
  /** The server's certificate. */
  readonly cert: string | Buffer
  /** The private key of the server's certificate. */
  readonly key: string | Buffer
  /**
   * When given, clients must present a certificate that this authority signed.
   * @default no client certificate
   */
  readonly clientCa?: string | Buffer
}

/** The options of Node's TLS servers for these certificates. */
export function tlsOptions({ cert, key, clientCa }: ReceiverTls): SecureContextOptions & TlsOptions {
  return clientCa === undefined
    ? { cert, key }
    : { cert, key, ca: clientCa, requestCert: true, rejectUnauthorized: true }
}
