/**
 * Packages whose programs are no services: they install, build or check, or they start the app as
 * another process, which inherits NODE_OPTIONS and is the one to trace. Programs that run the app
 * in their own process (ts-node, `next start`, test runners) are not among them.
 */
const TOOLS: ReadonlySet<string> = new Set([
  ...[
    'npm',
    'npx',
    'pnpm',
    '@pnpm/exe',
    'yarn',
    '@yarnpkg/cli-dist',
    '@yarnpkg/cli',
    'corepack',
    'bun',
    'node-gyp',
    'node-pre-gyp',
  ],
  ...[
    'npm-run-all',
    'npm-run-all2',
    'concurrently',
    'cross-env',
    'dotenv-cli',
    'env-cmd',
    'wireit',
    'husky',
    'lint-staged',
    'rimraf',
  ],
  ...['pm2', 'nodemon', 'forever', 'tsx', 'node-dev', 'ts-node-dev', 'tsc-watch', '@nestjs/cli'],
  ...[
    'typescript',
    'webpack',
    'webpack-cli',
    'rollup',
    'esbuild',
    'parcel',
    'tsup',
    'tsdown',
    'rolldown',
    '@swc/cli',
    '@babel/cli',
    '@vercel/ncc',
  ],
  ...[
    'turbo',
    'nx',
    'lerna',
    'gulp',
    'gulp-cli',
    'grunt',
    'grunt-cli',
    '@changesets/cli',
    'semantic-release',
    'npm-check-updates',
  ],
  ...[
    'eslint',
    'prettier',
    'stylelint',
    '@biomejs/biome',
    'prisma',
    'drizzle-kit',
    '@graphql-codegen/cli',
    'c8',
    'nyc',
  ],
])

/**
 * Package managers that are no package: Corepack's cache, a release in the repository, Debian's and
 * Volta's folders.
 */
const MANAGER_FILE =
  /[\\/](?:np[mx]-cli|corepack|yarn-\d[\w.-]*|(?:corepack|yarn|pnpm)[\\/].*(?:yarn|yarnpkg|pnpm|pnpx))\.[cm]?js$/

/** A worker of `next build`. */
const NEXT_WORKER = /[\\/]jest-worker[\\/]/

/** The package whose file this is. */
const PACKAGE = /.*[\\/]node_modules[\\/]((?:@[^\\/]+[\\/])?[^\\/]+)[\\/]/s

interface Process {
  readonly argv: readonly string[]
  readonly execArgv: readonly string[]
  readonly env: Readonly<Record<string, string | undefined>>
}

/**
 * Whether a preload reached this process by the way, through NODE_OPTIONS or as the parent of the
 * process that was meant. Heddle then leaves the process as it is. `HEDDLE_TOOLS=true` traces it
 * all the same, and so does a preload on its own command line.
 *
 * The primary of a cluster is no such process: it is the app's own, and may do more than fork.
 */
export function isTool({ argv, execArgv, env }: Process = process): boolean {
  if (/^(true|1)$/i.test(env['HEDDLE_TOOLS'] ?? '')) return false
  return isParentOfNode(execArgv, env) || (isPreloadedByEnvironment(env, execArgv) && isToolScript(argv[1], argv[2]))
}

/** `node --watch` and `node --test`, which run the app in children. */
function isParentOfNode(execArgv: readonly string[], env: Process['env']): boolean {
  const flags = [...execArgv, ...(env['NODE_OPTIONS'] ?? '').split(/\s+/)]
  if (flags.some((flag) => /^--watch(-path)?(=|$)/.test(flag))) return env['WATCH_REPORT_DEPENDENCIES'] === undefined
  if (!execArgv.includes('--test') || env['NODE_TEST_CONTEXT'] !== undefined) return false
  return !flags.some((flag, at) =>
    /^--(experimental-)?test-isolation=none$/.test(`${flag}${/isolation$/.test(flag) ? `=${flags[at + 1]}` : ''}`),
  )
}

function isPreloadedByEnvironment(env: Process['env'], execArgv: readonly string[]): boolean {
  const isPreload = /(^|\s)(--import|--require|-r)(\s|=)/
  return isPreload.test(env['NODE_OPTIONS'] ?? '') && !isPreload.test(`${execArgv.join(' ')} `)
}

function isToolScript(script: string | undefined, command: string | undefined): boolean {
  if (script === undefined) return false
  const file = realPath(script)
  const name = PACKAGE.exec(file)?.[1]?.replace('\\', '/')
  if (name === 'next') return command === 'build' || NEXT_WORKER.test(file)
  return (name !== undefined && TOOLS.has(name) && !isPm2Container(file)) || MANAGER_FILE.test(file)
}

/** PM2 runs the app in here. */
function isPm2Container(file: string): boolean {
  return /[\\/]ProcessContainer(Fork)?(Bun)?\.js$/.test(file)
}

/** Programs are started through links: `/usr/bin/npm`, `node_modules/.bin/webpack`. */
function realPath(script: string): string {
  try {
    return (require('node:fs') as typeof import('node:fs')).realpathSync(script)
  } catch {
    return script
  }
}
