/**
 * Whether Heddle itself was named as a preload, in place of `heddle/register`: `--import heddle`,
 * `-r heddle`. Nothing else would use the exports of a preload, so Heddle is meant to start.
 */
export function isHubPreloaded({ execArgv, env }: Pick<NodeJS.Process, 'execArgv' | 'env'> = process): boolean {
  const flags = [...execArgv, ...(env['NODE_OPTIONS'] ?? '').split(/\s+/)].join(' ')
  return /(^|\s)(--import|--require|-r)(\s+|=)["']?heddle["']?(\s|$)/.test(flags)
}
