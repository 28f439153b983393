import type { TlsOptions } from '../../options/options'
import type { GrpcCall, GrpcMessage } from './grpc-call'
import { GrpcConnection, type GrpcPeer } from './grpc-connection'
import { type GrpcAddress, grpcAddress, grpcTarget } from './grpc-target'

/** A sender, as its channel sees it. */
interface ChannelUser {
  /** Told of each sign of life of the connection. */
  onSign(): void
}

/**
 * The way to one place for all senders that go there: one HTTP/2 connection, which is opened when it
 * is first needed, and whenever the one before takes no further calls.
 */
export class GrpcChannel {
  readonly #users = new Set<ChannelUser>()
  #connection: GrpcConnection | undefined
  readonly #peer: GrpcPeer
  readonly #onUnused: () => void

  constructor(peer: GrpcPeer, onUnused: () => void) {
    this.#peer = peer
    this.#onUnused = onUnused
  }

  get peer(): GrpcAddress & { readonly isSecure: boolean } {
    return this.#peer
  }

  join(user: ChannelUser): void {
    this.#users.add(user)
  }

  /**
   * For a sender that has abandoned all its calls. With the last one the connection ends. Idempotent.
   */
  leave(user: ChannelUser): void {
    if (!this.#users.delete(user) || this.#users.size > 0) return
    this.#connection?.end(new Error('shut down'))
    this.#onUnused()
  }

  carry(call: GrpcCall, message: GrpcMessage): void {
    if (this.#connection?.isUsable !== true) this.#connection = new GrpcConnection(this.#peer, () => this.#sign())
    this.#connection.carry(call, message)
  }

  #sign(): void {
    for (const user of this.#users) user.onSign()
  }
}

/** The channels of a pipeline, one for each place. */
export class GrpcChannels {
  readonly #channels = new Map<string, GrpcChannel>()

  /**
   * The channel to an endpoint, for one more sender. What decides on the way there is the same for
   * all senders on it: the address, whether there is TLS, and what it is made of. Whether there is a
   * proxy follows from the address.
   */
  join(endpoint: string, tls: TlsOptions, user: ChannelUser): GrpcChannel {
    const { target, isSecure } = grpcTarget(endpoint, tls.insecure)
    const peer = { ...grpcAddress(target), isSecure, tls }
    const place = JSON.stringify([isSecure, peer.address, isSecure && [tls.ca, tls.cert, tls.key].map(pem)])
    let channel = this.#channels.get(place)
    if (channel === undefined) {
      channel = new GrpcChannel(peer, () => this.#channels.delete(place))
      this.#channels.set(place, channel)
    }
    channel.join(user)
    return channel
  }
}

function pem(material: string | Buffer | undefined): string | undefined {
  return material?.toString()
}
