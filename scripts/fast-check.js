// A test that imports `fast-check` gets this module (see jest.preset.js): every run has the same
// inputs, so that a change, and not the seed, makes a property fail. `HEDDLE_PROPERTY_SEED=7 npm
// test` tries others; a property that fails prints its seed.
const { dirname, join } = require('node:path')

// Required by its path, because its name is mapped to this file.
const fc = require(join(dirname(require.resolve('fast-check/package.json')), 'lib/cjs/fast-check.js'))
fc.configureGlobal({ seed: Number(process.env.HEDDLE_PROPERTY_SEED ?? 1) })
module.exports = fc
