import { subscribe, unsubscribe } from 'node:diagnostics_channel'
import { pathToFileURL } from 'node:url'
import { onModuleCompiled } from '@heddle/module-hook'
import { diag } from '@opentelemetry/api'
import type { Undo } from '../patch'
import { declaredPackage } from './app-dependencies'
import { FRAMEWORKS, type Framework } from './descriptors'

/** The diagnostics channel on which Node publishes every connection to any server. */
const CONNECTION = 'net.server.socket'

/** Records the errors that frameworks answer by themselves on their requests' server spans. */
export class AnsweredErrors {
  readonly #undos: Undo[] = []
  readonly #patched = new WeakSet<object>()
  /** The frameworks that the app has as CommonJS. */
  readonly #required = new Set<Framework>()
  #isOver = false

  constructor() {
    for (const framework of FRAMEWORKS)
      for (const file of framework.commonJs)
        this.#undos.push(
          onModuleCompiled(framework.packageName, file, (exports) => {
            this.#required.add(framework)
            this.#patch(framework, exports)
          }),
        )
    subscribe(CONNECTION, this.#onConnection)
  }

  /**
   * At the first connection the app is loaded. No hook has seen a framework that the app has as an
   * ES module, but importing an already loaded module returns the same module. Only frameworks in
   * the app's own package.json are imported, so that nothing is loaded that the app does not have.
   */
  readonly #onConnection = (): void => {
    unsubscribe(CONNECTION, this.#onConnection)
    for (const framework of FRAMEWORKS) {
      if (this.#required.has(framework) || framework.isLoaded?.() === false) continue
      this.#import(framework).catch((error) => diag.debug(`${framework.packageName} could not be looked into`, error))
    }
  }

  undo(): void {
    this.#isOver = true
    unsubscribe(CONNECTION, this.#onConnection)
    for (const undo of this.#undos) undo()
  }

  async #import(framework: Framework): Promise<void> {
    const file = declaredPackage(framework.packageName, framework.esModule)
    if (file !== undefined) this.#patch(framework, await import(/* webpackIgnore: true */ pathToFileURL(file).href))
  }

  #patch(framework: Framework, exports: unknown): void {
    if (this.#isOver || typeof exports !== 'object' || exports === null || this.#patched.has(exports)) return
    this.#patched.add(exports)
    this.#undos.push(...framework.patch(exports as Readonly<Record<string, unknown>>))
  }
}
