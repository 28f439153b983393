import { answers, type Report, run } from '../run'

const POLICY = '/usr/sbin/policy-rc.d'

/**
 * Debian's packages start their services when they are installed, unless the policy of the machine
 * forbids it. Where there is no policy, there is one for as long as the installation takes, however
 * that ends.
 */
const INSTALL = `set -e
if [ ! -e ${POLICY} ]; then
  trap 'rm -f ${POLICY}' EXIT
  trap 'exit 130' HUP INT TERM
  printf '#!/bin/sh\\nexit 101\\n' >${POLICY}
  chmod 755 ${POLICY}
fi
apt-get update
apt-get install -y --no-install-recommends -o DPkg::Lock::Timeout=300 "$@"`

/** Why this machine's packages are not ours to install; undefined where they are. */
export async function whyNotInstalled(): Promise<string | undefined> {
  if (!(await answers('apt-get', '--version'))) return 'there is no apt-get'
  return process.getuid?.() === 0 ? undefined : 'only root can install packages'
}

/** @throws what `apt-get` has said last. */
export async function installPackages(packages: readonly string[], report: Report) {
  const begin = Date.now()
  report(`apt-get: installing ${packages.join(', ')}`)
  await run('sh', ['-c', INSTALL, 'install', ...packages], {
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  })
  report(`apt-get: installed in ${Math.round((Date.now() - begin) / 1000)} s`)
}
