import type { Resource } from '@opentelemetry/resources'

export type Undo = () => void

/** A provider of another OpenTelemetry SDK, as far as Heddle works on it. */
export interface HostedProvider<Provider, Processor, Maker> {
  readonly provider: Provider
  readonly resource: Resource | undefined
  /** Whether it had processors of its own before. */
  readonly hasProcessors: boolean
  /** Behind those that there are. Returns what takes them out. */
  add(processors: readonly Processor[]): Undo
  /** Has what `makerFor` returns stand for each maker. Returns what undoes that. */
  substitute(makerFor: (scopeName: string, own: Maker) => Maker): Undo
  flush(): Promise<void>
}

/** The provider behind what is registered, which is a proxy of the API. */
export function delegateOf<Provider extends object>(given: Provider): Provider {
  const { getDelegate, _getDelegate } = given as { getDelegate?(): Provider; _getDelegate?(): Provider }
  return (getDelegate ?? _getDelegate)?.call(given) ?? given
}

export function isList<Each>(value: Each[] | undefined): value is Each[] {
  return Array.isArray(value) && !Object.isFrozen(value)
}

export function resourceOf(resource: Resource | undefined): Resource | undefined {
  return typeof resource?.getRawAttributes === 'function' ? resource : undefined
}

/** Takes out what is still there. */
export function removeFrom<Each>(list: Each[], removed: readonly Each[]): void {
  for (const each of removed) {
    const index = list.indexOf(each)
    if (index >= 0) list.splice(index, 1)
  }
}

/**
 * Replaces a method of one object. Returns what puts back what was there, unless somebody else has
 * replaced it since.
 */
export function replaced<Owner extends object, Name extends keyof Owner>(
  owner: Owner,
  name: Name,
  replace: (original: Owner[Name]) => Owner[Name],
): Undo {
  const own = Object.getOwnPropertyDescriptor(owner, name)
  const replacement = replace(owner[name])
  Object.defineProperty(owner, name, { value: replacement, configurable: true, writable: true })
  return () => {
    if (owner[name] !== replacement) return
    if (own === undefined) Reflect.deleteProperty(owner, name)
    else Object.defineProperty(owner, name, own)
  }
}
