/** Why a body could not be read. */
type BodyProblem = 'too large' | 'malformed' | 'unsupported' | 'busy'

const STATUSES: Readonly<Record<BodyProblem, readonly [http: number, grpc: number]>> = {
  'too large': [413, 8],
  malformed: [400, 13],
  unsupported: [415, 12],
  busy: [503, 14],
}

/** A refused body, with the HTTP and gRPC status of the refusal. */
export class BodyError extends Error {
  readonly httpStatus: number
  readonly grpcStatus: number

  constructor(problem: BodyProblem, message: string) {
    super(`${problem}: ${message}`)
    ;[this.httpStatus, this.grpcStatus] = STATUSES[problem]
  }
}
