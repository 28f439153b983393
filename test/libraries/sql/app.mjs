const [, , calls, library, server] = process.argv
const { default: run } = await import(calls)
const loaded = await import(library)
run(loaded.default, JSON.parse(server))
