// Where contenders take turns, each is idle while the others run. V8 uses that to throw away memory
// and compiled code, in some processes and not in others, and one that lost it is up to a third
// dearer for the rest of its life: no service under load has such pauses.
export const KEPT_WARM = ['--no-memory-reducer', '--no-flush-bytecode']
