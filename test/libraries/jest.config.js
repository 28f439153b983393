module.exports = {
  ...require('../../jest.preset')('libraries'),
  globalSetup: '<rootDir>/install.mjs',
  // They wait for other processes most of the time.
  maxWorkers: 2,
  testTimeout: 120_000,
}
