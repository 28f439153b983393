import { isRegExp } from 'node:util/types'
import {
  type IncomingRequest,
  isHostTarget,
  type OutgoingRequest,
  type PropagationTarget,
} from '@heddle/instrumentation/http'
import { bool, type Checked, checked, fn, isText, kind, listOf, object, oneOf, text } from '../../reading/checks'
import type { EnvironmentReader } from '../../reading/environment'
import type { Problems } from '../../reading/problems'
import type { Setting } from '../../reading/setting'
import { used } from '../../reading/variables'

/**
 * Settings of the HTTP, fetch, Express and Fastify instrumentation. A function among them that
 * throws is reported once.
 */
export interface HttpOptions {
  /**
   * `hop`: one server span for each request. `all`: also one for each middleware, hook and handler.
   *
   * Errors: any other word.
   * @default `HEDDLE_SPANS`, else 'hop'
   */
  readonly spans?: 'hop' | 'all' | undefined
  /**
   * Served requests that are not traced, e.g. health checks: whole paths, without the query;
   * beginnings, with a `*` at the end; or patterns. Nothing below an ignored request is traced
   * either.
   *
   * Errors: a member that is neither a string nor a RegExp.
   * @default `HEDDLE_IGNORE_PATHS`, else none
   */
  readonly ignorePaths?: readonly (string | RegExp)[] | undefined
  /**
   * Ignores the served requests for which it returns `true`, like `ignorePaths`.
   *
   * Errors: anything but a function.
   * @default none
   */
  readonly ignoreRequest?: ((request: IncomingRequest) => boolean) | undefined
  /**
   * Leaves the sent requests for which it returns `true` untouched: no span, no trace context.
   *
   * Errors: anything but a function.
   * @default none
   */
  readonly ignoreOutgoing?: ((request: OutgoingRequest) => boolean) | undefined
  /**
   * Where trace context and baggage may go with sent requests: hosts (`api.internal`,
   * `localhost:8080`), all below a domain (`*.internal`), or patterns for the URL. Everyone else
   * gets neither; the span is there all the same. An empty list is nobody.
   *
   * Errors: a string that is no such host, e.g. a URL; a member that is neither a string nor a
   * RegExp.
   * @default `HEDDLE_PROPAGATE_TO`, else everywhere
   */
  readonly propagateTo?: readonly PropagationTarget[] | undefined
  /**
   * Names of query parameters to redact besides the signatures that the semantic conventions list.
   *
   * Errors: a member that is no string.
   * @default none
   */
  readonly redactQueryParameters?: readonly string[] | undefined
  /**
   * Methods that `http.request.method` may name; any other becomes `_OTHER`.
   *
   * Errors: a member that is no string.
   * @default `OTEL_INSTRUMENTATION_HTTP_KNOWN_METHODS`, else the methods of RFC 9110, PATCH and
   * QUERY
   */
  readonly knownMethods?: readonly string[] | undefined
  /**
   * Whether `Forwarded` and `X-Forwarded-*` decide the client's address, the server's name and the
   * scheme. Only behind a proxy that sets or strips them: anyone else can write anything there.
   *
   * Errors: anything but `true` and `false`.
   * @default false
   */
  readonly trustForwardedHeaders?: boolean | undefined
  /**
   * Names of request headers to record as `http.request.header.<name>`.
   *
   * Errors: a member that is no string.
   * @default none
   */
  readonly captureRequestHeaders?: readonly string[] | undefined
  /**
   * Names of response headers to record as `http.response.header.<name>`.
   *
   * Errors: a member that is no string.
   * @default none
   */
  readonly captureResponseHeaders?: readonly string[] | undefined
}

export interface HttpOption {
  /**
   * Settings of the HTTP, fetch, Express and Fastify instrumentation: which requests are traced,
   * how finely, what their spans record, and where trace context goes.
   *
   * Errors: those of its members; an unknown member.
   * @default one span a hop, for every request; context sent everywhere
   */
  readonly http?: HttpOptions | undefined
}

type ResolvedHttp = Checked<HttpOptions> & { readonly spans: 'hop' | 'all' }

const SPANS = ['hop', 'all'] as const
const PROPAGATE_TO = 'HEDDLE_PROPAGATE_TO'
/** Targets of propagation, as messages describe them. */
const HOST_TARGETS = 'a host such as api.internal, *.internal or localhost:8080'

const texts = listOf(text)

export const http: Setting<HttpOption, { readonly http: ResolvedHttp }> = {
  checks: {
    http: object<HttpOptions>({
      spans: oneOf(SPANS),
      ignorePaths: listOf(kind('a string or a RegExp', (value) => isText(value) || isRegExp(value))),
      ignoreRequest: fn(),
      ignoreOutgoing: fn(),
      propagateTo: listOf(
        kind(`${HOST_TARGETS}, or a RegExp`, (value) => (isText(value) && isHostTarget(value)) || isRegExp(value)),
      ),
      redactQueryParameters: texts,
      knownMethods: texts,
      trustForwardedHeaders: bool,
      captureRequestHeaders: texts,
      captureResponseHeaders: texts,
    }),
  },
  variables: {
    HEDDLE_SPANS: used('hop'),
    HEDDLE_IGNORE_PATHS: undefined,
    [PROPAGATE_TO]: 'refuse',
    // `@heddle/instrumentation` reads it.
    OTEL_INSTRUMENTATION_HTTP_KNOWN_METHODS: undefined,
  },
  resolve({ http: given = {} }, { env, problems }) {
    const ignorePaths = given.ignorePaths ?? env.list('HEDDLE_IGNORE_PATHS')
    const propagateTo = given.propagateTo ?? propagationTargets(env, problems)
    return {
      http: {
        ...checked(given),
        ...(ignorePaths && { ignorePaths }),
        ...(propagateTo && { propagateTo }),
        spans: given.spans ?? env.for('spans').oneOf(SPANS, 'HEDDLE_SPANS') ?? 'hop',
      },
    }
  },
}

/**
 * A target that cannot be read is refused: left out, it would silently withhold context from one of
 * the app's own services.
 */
function propagationTargets(env: EnvironmentReader, problems: Problems): readonly string[] | undefined {
  const targets = env.list(PROPAGATE_TO)
  if (targets?.join().toLowerCase() === 'none') return []
  for (const target of targets ?? []) {
    if (!isHostTarget(target)) problems.add(PROPAGATE_TO, target, `${HOST_TARGETS}, several with commas; or none`)
  }
  return targets
}
