const [, , calls, library, server] = process.argv
require(calls)(require(library), JSON.parse(server))
