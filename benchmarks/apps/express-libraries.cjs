// The Express app, which loads ten libraries before. It calls none of them.
for (const library of [
  '@grpc/grpc-js',
  'amqplib',
  'bullmq',
  'graphql',
  'ioredis',
  'kafkajs',
  'mongodb',
  'mysql2',
  'pg',
  'redis',
]) {
  require(library)
}
require('./express.cjs')
