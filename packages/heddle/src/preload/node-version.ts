const MINIMUM = [20, 6] as const

/**
 * Why Heddle cannot run on this Node, or `undefined` when it can. Uses only syntax that older Nodes
 * can read.
 */
export function unsupportedNode(version: string = process.versions.node): string | undefined {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  if (major > MINIMUM[0] || (major === MINIMUM[0] && minor >= MINIMUM[1])) return undefined
  return `Heddle needs Node ${MINIMUM.join('.')} or newer, and this is Node ${version}`
}
