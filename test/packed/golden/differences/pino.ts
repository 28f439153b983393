import { ABSENT, type Difference } from '../compare'

export const PINO: readonly Difference[] = [
  {
    where: ['pino > log * | scope.name', 'no trace > log outside of any span | scope.name'],
    stock: '"@opentelemetry/instrumentation-pino"',
    heddle: '"pino"',
    reason: 'By the data model the scope of a bridged record is the logger: pino, or its name.',
  },
  {
    where: 'pino > log named | scope.name',
    stock: '"@opentelemetry/instrumentation-pino"',
    heddle: '"named"',
    reason: 'The logger has this name.',
  },
  {
    where: 'pino > log named | attributes.name',
    stock: '"named"',
    heddle: ABSENT,
    reason: 'The name is the scope’s.',
  },
  {
    where: ['pino > log * | scope.version', 'no trace > log outside of any span | scope.version'],
    stock: '<its own>',
    heddle: '""',
    reason:
      'It would be the version of the logger, which has none; the bridge’s is that of `telemetry.distro.version`.',
  },
  {
    where: 'pino > log error as err | attributes.exception.type',
    stock: '"E_CODE"',
    heddle: '"Error"',
    reason: 'By the conventions it is the class of the exception.',
  },
  {
    where: 'pino > log error* | attributes.err',
    stock: ABSENT,
    heddle: '{*}',
    reason: 'What else the error has, such as a code or the errors that it holds, is kept.',
  },
  {
    where: 'pino > log err that is a string | attributes.err',
    stock: ABSENT,
    heddle: '"a string"',
    reason: 'A text is no exception, and stays what the app wrote.',
  },
  {
    where: 'pino > log err that is a string | attributes.exception.message',
    stock: '"a string"',
    heddle: ABSENT,
    reason: 'The same.',
  },
  {
    where: ['pino > log names of pino | attributes.*', 'pino > log names of ours | attributes.*'],
    stock: ABSENT,
    heddle: '"mine"',
    reason: 'An attribute of the app’s is kept, though it has the name of one that pino or the bridge writes.',
  },
  {
    where: 'pino > log nested key | attributes.payload',
    stock: '{trace_id: "<trace_id>", span_id: "<span_id>", trace_flags: "01", a: int 1}',
    heddle: '{a: int 1}',
    reason: 'The ids are the record’s own, and no attributes.',
  },
  {
    where: 'pino > log formatted | attributes.severity',
    stock: '"info"',
    heddle: ABSENT,
    reason: 'What `formatters.level` writes is the level once more, which is `severityText`.',
  },
]
