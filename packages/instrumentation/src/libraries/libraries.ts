import { GRAPHQL } from './graphql/graphql'
import { GRPC } from './grpc/grpc'
import type { Library } from './library'
import { PG } from './pg/pg'

/** The libraries that are traced, by their names in `OTEL_NODE_DISABLED_INSTRUMENTATIONS`. */
export const LIBRARIES = { graphql: GRAPHQL, grpc: GRPC, pg: PG } as const satisfies Readonly<Record<string, Library>>

/** The name of a library that is traced. */
export type LibraryName = keyof typeof LIBRARIES
