// What a test gets that imports `fast-check` (see jest.preset.js): the same inputs in every run, so that a failure is of what was changed.
// `HEDDLE_PROPERTY_SEED=7 npm test` plays others; what fails says its seed.
const { dirname, join } = require('node:path')

// By its path, because its name leads here.
const fc = require(join(dirname(require.resolve('fast-check/package.json')), 'lib/cjs/fast-check.js'))
fc.configureGlobal({ seed: Number(process.env.HEDDLE_PROPERTY_SEED ?? 1) })
module.exports = fc
