import { ABSENT, AS_3, type Difference } from '../compare'

const calls = (field: string): string => `express: calls > CLIENT* | ${field}`

const scope = (where: string, stock: string, heddle: string): Difference => ({
  where: `${where} | scope.name`,
  stock: `"@opentelemetry/${stock}"`,
  heddle: `"@heddle/${heddle}"`,
  reason: 'A scope is the library that made the span.',
})

const SCOPES: readonly Difference[] = [
  scope('* > SERVER*', 'instrumentation-http', 'instrumentation/http'),
  scope('express: calls > CLIENT*', 'instrumentation-http', 'instrumentation/http'),
  scope('express: calls > CLIENT*', 'instrumentation-undici', 'instrumentation/fetch'),
]

const LAYERS: readonly Difference[] = [
  {
    where: ['* > INTERNAL middleware - *', '* > INTERNAL router - *', '* > INTERNAL request handler*'],
    stock: 'there',
    heddle: ABSENT,
    reason: 'One span a hop: the layers of Express are spans only with `HEDDLE_SPANS=all`.',
  },
  {
    where: [
      '* > INTERNAL request*',
      '* > INTERNAL handler - *',
      '* > INTERNAL onRequest - *',
      '* > INTERNAL preHandler - *',
    ],
    stock: 'there',
    heddle: ABSENT,
    reason: 'The same for the hooks and the handlers of Fastify.',
  },
  {
    where: calls('parent'),
    stock: 'INTERNAL request handler',
    heddle: 'SERVER',
    reason: 'The handler has no span of its own that could be the parent.',
  },
]

const ROUTES: readonly Difference[] = [
  {
    where: ['express: HEAD > SERVER | *', 'express: proxied > SERVER | *', 'own trace > SERVER | *'],
    stock: '*/one,/two"',
    heddle: '*/one"',
    reason: 'Of a list of paths Heddle names the one that matched.',
  },
  {
    where: 'express: many paths > SERVER | *',
    stock: '*/one,/two"',
    heddle: '*/two"',
    reason: 'The same for another path of the list.',
  },
  {
    where: [
      'express: 404 in a router > SERVER | attributes.http.route',
      'express: POST > SERVER | attributes.http.route',
    ],
    stock: '"/api*"',
    heddle: ABSENT,
    reason: 'No route matched, the answer is a 404: where a router is mounted is no route.',
  },
  {
    where: 'express: 404 in a router > SERVER | name',
    stock: '"GET /api"',
    heddle: '"GET"',
    reason: 'So the name has none.',
  },
  {
    where: 'express: POST > SERVER | name',
    stock: '"POST /api/:tenant/users"',
    heddle: '"POST"',
    reason: 'So the name has none.',
  },
  {
    where: 'express: unknown method > SERVER | name',
    stock: '"PROPFIND"',
    heddle: '"HTTP"',
    reason: 'By the conventions the name is `HTTP` where the method is `_OTHER`, so that nobody can make new names.',
  },
]

const ERRORS: readonly Difference[] = [
  {
    where: ['* > SERVER* | attributes.error.type', calls('attributes.error.type')],
    stock: { 2: ABSENT, 3: '*' },
    heddle: AS_3,
    reason: 'By the conventions an answer that is an error has its status as `error.type`.',
  },
  {
    where: calls('attributes.error.type'),
    stock: '"Error"',
    heddle: '"ECONNREFUSED"',
    reason: 'Node’s code says what happened, and has few values; all these errors have the one class `Error`.',
  },
  {
    where: calls('events.0.attributes.exception.type'),
    stock: '"ECONNREFUSED"',
    heddle: '"Error"',
    reason: 'By the conventions it is the class of the exception.',
  },
  {
    where: ['* throws > SERVER | events.0.*', '* rejects > SERVER | events.0.*'],
    stock: ABSENT,
    heddle: '*',
    reason: 'What a handler throws is on the span of the request; stock has it on the span of a layer.',
  },
  {
    where: ['* throws > SERVER | status.message', '* rejects > SERVER | status.message'],
    stock: '""',
    heddle: '*',
    reason: 'The status says why: the 500 alone does not.',
  },
]

const ATTRIBUTES: readonly Difference[] = [
  {
    where: 'express: proxied > SERVER | attributes.client.address',
    stock: '"203.0.113.7"',
    heddle: '"127.0.0.1"',
    reason: 'Anybody can write these headers: Heddle believes them with `http.trustForwardedHeaders`.',
  },
  {
    where: 'express: proxied > SERVER | attributes.server.address',
    stock: '"front.example"',
    heddle: '"shop.example"',
    reason: 'The same.',
  },
  {
    where: 'express: proxied > SERVER | attributes.server.port',
    stock: 'int 443',
    heddle: 'int 80',
    reason: 'The same.',
  },
  {
    where: calls('attributes.user_agent.original'),
    stock: '*',
    heddle: ABSENT,
    reason: 'On client spans it is opt-in by the conventions: `http.captureRequestHeaders` captures it.',
  },
  {
    where: calls('attributes.http.request.method_original'),
    stock: '*',
    heddle: ABSENT,
    reason: 'By the conventions it is there only where it differs from `http.request.method`.',
  },
  {
    where: [calls('attributes.url.path'), calls('attributes.url.query'), calls('attributes.url.scheme')],
    stock: '*',
    heddle: ABSENT,
    reason: 'Client spans of `fetch` have `url.full`, like those of `http`; its parts are no attributes of theirs.',
  },
]

export const REQUESTS: readonly Difference[] = [...SCOPES, ...LAYERS, ...ROUTES, ...ERRORS, ...ATTRIBUTES]
