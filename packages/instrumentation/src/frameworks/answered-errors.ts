import { subscribe, unsubscribe } from 'node:diagnostics_channel'
import { pathToFileURL } from 'node:url'
import { onModuleCompiled } from '@heddle/module-hook'
import { diag } from '@opentelemetry/api'
import type { Undo } from '../patch'
import { declaredPackage } from './app-dependencies'
import { FRAMEWORKS, type Framework } from './descriptors'

/** Node publishes every connection to any server on it. */
const CONNECTION = 'net.server.socket'

/** Has the errors that frameworks answer by themselves recorded on their requests' server spans. */
export class AnsweredErrors {
  private readonly undos: Undo[] = []
  private readonly patched = new WeakSet<object>()
  /** What the app has as CommonJS. */
  private readonly required = new Set<Framework>()
  private isOver = false

  constructor() {
    for (const framework of FRAMEWORKS)
      for (const file of framework.commonJs)
        this.undos.push(
          onModuleCompiled(framework.packageName, file, (exports) => {
            this.required.add(framework)
            this.patch(framework, exports)
          }),
        )
    subscribe(CONNECTION, this.onConnection)
  }

  /**
   * The first client connects, so the app is loaded. A framework that it has as an ES module no hook has seen; but to import a module that is
   * loaded already gives the very same one. Only what the app's own package.json names is asked for, lest something be loaded that it has not.
   */
  private readonly onConnection = (): void => {
    unsubscribe(CONNECTION, this.onConnection)
    for (const framework of FRAMEWORKS) {
      if (this.required.has(framework) || framework.isLoaded?.() === false) continue
      this.import(framework).catch((error) => diag.debug(`${framework.packageName} could not be looked into`, error))
    }
  }

  undo(): void {
    this.isOver = true
    unsubscribe(CONNECTION, this.onConnection)
    for (const undo of this.undos) undo()
  }

  private async import(framework: Framework): Promise<void> {
    const file = declaredPackage(framework.packageName, framework.esModule)
    if (file !== undefined) this.patch(framework, await import(/* webpackIgnore: true */ pathToFileURL(file).href))
  }

  private patch(framework: Framework, exports: unknown): void {
    if (this.isOver || typeof exports !== 'object' || exports === null || this.patched.has(exports)) return
    this.patched.add(exports)
    this.undos.push(...framework.patch(exports as Readonly<Record<string, unknown>>))
  }
}
