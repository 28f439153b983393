/**
 * Whether Heddle itself was named as a preload, in the place of `heddle/register`: `--import heddle`, `-r heddle`. As nothing else would be done with
 * what it exports, it is meant to start.
 */
export function isHubPreloaded({ execArgv, env }: Pick<NodeJS.Process, 'execArgv' | 'env'> = process): boolean {
  const flags = [...execArgv, ...(env['NODE_OPTIONS'] ?? '').split(/\s+/)].join(' ')
  return /(^|\s)(--import|--require|-r)(\s+|=)["']?heddle["']?(\s|$)/.test(flags)
}
