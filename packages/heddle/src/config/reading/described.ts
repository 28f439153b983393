/** The class name of an object of the app's, as the summary shows it. A bundler may have numbered it. */
export function className(part: object): string {
  return described(() => part.constructor.name.replace(/\$\d+$/, ''), 'an object')
}

/** An object's description of itself. Code of the app's gives it, and may throw. */
export function described(describe: () => unknown, otherwise: string): string {
  try {
    return String(describe())
  } catch {
    return otherwise
  }
}
