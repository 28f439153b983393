// node scripts/ci-summary.mjs RESULTS.json…: adds up what Jest counted (`--json --outputFile`) in
// several runs, as the last line of a log. Fails if a run failed, counted nothing, or left no
// results.
import { readFileSync } from 'node:fs'

const total = { passed: 0, failed: 0, skipped: 0 }
let isSound = process.argv.length > 2
for (const file of process.argv.slice(2)) {
  const results = read(file)
  if (!results?.numTotalTests) {
    console.error(`${file}: no test was run`)
    isSound = false
  }
  if (!results) continue
  total.passed += results.numPassedTests
  // A file that could not be loaded has no tests to count.
  total.failed += results.numFailedTests + results.numRuntimeErrorTestSuites
  total.skipped += results.numPendingTests + results.numTodoTests
  isSound &&= results.success
}
const skipped = total.skipped > 0 ? `, ${total.skipped} skipped` : ''
console.log(`${total.passed} passed, ${total.failed} failed${skipped}`)
process.exitCode = isSound && total.failed === 0 ? 0 : 1

function read(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return undefined
  }
}
