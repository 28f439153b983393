import calls from './calls.cjs'

const [, , library, port] = process.argv
calls(await import(library), library, Number(port))
