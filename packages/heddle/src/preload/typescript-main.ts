const TYPESCRIPT = /\.c?tsx?$/
const TS_NODE = /[\\/](ts-node[\\/]dist[\\/]bin[\w-]*\.js|\.bin[\\/]ts-node[\w-]*)$/

/**
 * Any `--import` makes a Node that does not strip types itself load the main script through its ES
 * module loader, which does not ask the compilers that hook `require`: ts-node, SWC, Babel. Node
 * then ends with `Unknown file extension ".ts"`. Returns what to do about that, or `undefined`.
 */
export function adviceForTypeScript({ argv, execArgv, env }: NodeJS.Process = process): string | undefined {
  const script = argv[1]
  if (script === undefined || 'typescript' in process.features) return undefined
  const flags = [...execArgv, ...(env['NODE_OPTIONS'] ?? '').split(/\s+/)].join(' ')
  const imports = [...flags.matchAll(/--(?:import|loader|experimental-loader)[\s=]+(\S+)/g)].map(([, path]) => path)
  // Others may be what compiles ES modules.
  if (imports.length === 0 || imports.some((path) => !/\bheddle\b/.test(path ?? ''))) return undefined
  if (!(TYPESCRIPT.test(script) && compilesRequired()) && !TS_NODE.test(script)) return undefined
  return (
    `With --import, Node ${process.versions.node} does not let ts-node, SWC and the like compile the main script. ` +
    'Preload with --require heddle/register in the place of --import heddle/register.'
  )
}

function compilesRequired(): boolean {
  const { _extensions: extensions } = require('node:module') as { _extensions?: Record<string, unknown> }
  return extensions !== undefined && '.ts' in extensions
}
