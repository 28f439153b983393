module.exports = {
  ...require('../jest.preset')('cross-package'),
  testPathIgnorePatterns: ['/node_modules/', '<rootDir>/packed/', '<rootDir>/backends/', '<rootDir>/deploy/'],
}
