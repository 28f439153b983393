module.exports = {
  ...require('../../jest.preset')('backends'),
  globalSetup: '<rootDir>/install.ts',
  testTimeout: 120_000,
}
