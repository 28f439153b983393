module.exports = {
  ...require('../jest.preset')('cross-package'),
  testPathIgnorePatterns: ['/node_modules/', '<rootDir>/backends/', '<rootDir>/packed/', '<rootDir>/soak/'],
}
