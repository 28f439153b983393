module.exports = {
  ...require('../../jest.preset')('lines'),
  globalSetup: './install-nodes.mjs',
  testTimeout: 180_000,
}
