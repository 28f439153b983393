import { AMQPLIB } from './amqplib/amqplib'
import { BULLMQ } from './bullmq/bullmq'
import { KAFKAJS } from './kafkajs/kafkajs'
import type { Library } from './library'
import { PG } from './pg/pg'

/** The libraries that are traced, by their names in `OTEL_NODE_DISABLED_INSTRUMENTATIONS`. */
export const LIBRARIES = { amqplib: AMQPLIB, bullmq: BULLMQ, kafkajs: KAFKAJS, pg: PG } as const satisfies Readonly<
  Record<string, Library>
>

/** The name of a library that is traced. */
export type LibraryName = keyof typeof LIBRARIES
