import type { TlsOptions } from '../../options/options'

/** Where a connection goes. */
export type Address = { readonly host: string; readonly port: number } | { readonly path: string }

/** TLS on top of it. */
export interface Security extends Pick<TlsOptions, 'ca' | 'cert' | 'key'> {
  readonly servername: string | undefined
  readonly ALPNProtocols?: string[]
}
