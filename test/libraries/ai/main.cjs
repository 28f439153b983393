const { z } = require('zod')

const [, , packageName, version, names] = process.argv
const ai = require(packageName)
import('../apps/ai.mjs').then(({ run }) => run(ai, version, names, { z }))
