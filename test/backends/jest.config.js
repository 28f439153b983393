module.exports = {
  ...require('../../jest.preset')('backends'),
  roots: ['<rootDir>', '<rootDir>/../deploy'],
  globalSetup: '<rootDir>/install.ts',
  // They wait for other processes most of the time.
  maxWorkers: 2,
  testTimeout: 180_000,
}
