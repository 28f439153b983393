// The line of OpenTelemetry JS that the stock contenders are of: the newest that a Node version
// runs. API 1.10 (SDK 3) and 1.9 (SDK 2) must not mix, so SDK 3 is installed in a folder of its
// own. The apps are the same for both, with the same Express, Fastify and pino.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'

const SDK_3 = { sdk: 3, fromNode: 22, folder: new URL('../stock-3/', import.meta.url) }
const SDK_2 = { sdk: 2, fromNode: 20, folder: new URL('../', import.meta.url) }

/** @param {number} major - of the Node that runs the contender */
export const stockLineOf = (major) => (major >= SDK_3.fromNode ? SDK_3 : SDK_2)

/** The line of this process, which is a contender. */
export const ownLine = opened(stockLineOf(Number(process.versions.node.split('.')[0])))

/** For what has not come to SDK 3, on every Node version. */
export const lineOfSdk2 = opened(SDK_2)

/** All is required, as the README of the metapackage does: each module is loaded once. */
function opened({ sdk, folder }) {
  return { sdk, require: createRequire(folder) }
}

/**
 * Packages with the versions that a contender has, as the tables show them: `sdk-logs 3.0.0`.
 *
 * @param {number} major - of the Node that runs the contender
 * @param {readonly string[]} names
 */
export const stockVersions = (major, ...names) => versionsIn(stockLineOf(major), names)

/** The same for the peers that are no part of a line. */
export const peerVersions = (...names) => versionsIn(SDK_2, names)

function versionsIn({ folder }, names) {
  const { dependencies, optionalDependencies } = JSON.parse(readFileSync(new URL('package.json', folder), 'utf8'))
  const versions = { ...dependencies, ...optionalDependencies }
  return names.map((name) => `${name.replace('@opentelemetry/', '')} ${versions[name]}`).join(', ')
}
