module.exports = {
  ...require('../jest.preset')('cross-package'),
  testPathIgnorePatterns: [
    '/node_modules/',
    ...['backends', 'deploy', 'frameworks', 'libraries', 'lines', 'packed', 'soak'].map((name) => `<rootDir>/${name}/`),
  ],
}
