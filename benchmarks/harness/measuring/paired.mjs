// Costs of contenders that took turns, compared round by round. What disturbs the machine disturbs
// the neighbours of a round alike, so that the ratio of one round holds where its costs do not.

/**
 * What ours adds to the yardstick, as a share of what theirs adds, in each round. A round in which
 * theirs added nothing says nothing, and is left out.
 *
 * @param {readonly number[]} ours - the cost of each round
 * @param {readonly number[]} theirs
 * @param {readonly number[]} yardstick
 * @returns {number[]}
 */
export function pairedShares(ours, theirs, yardstick) {
  const rounds = Math.min(ours.length, theirs.length, yardstick.length)
  return Array.from({ length: rounds }, (_, round) => [
    ours[round] - yardstick[round],
    theirs[round] - yardstick[round],
  ])
    .filter(([, their]) => their > 0)
    .map(([our, their]) => our / their)
}

/**
 * The median of values, and the interval that holds the true median with the given confidence,
 * whatever the distribution (the sign test): so many of the least and the greatest are left out as
 * chance allows. Fewer than six values have no interval at 95 %, and one without ends is given.
 *
 * @param {readonly number[]} values
 * @param {number} [confidence]
 */
export function medianInterval(values, confidence = 0.95) {
  const sorted = values.toSorted((a, b) => a - b)
  const count = sorted.length
  const middle = Math.floor(count / 2)
  const median = count % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
  const leftOut = leftOutOf(count, confidence)
  if (leftOut < 0) return { low: -Infinity, median, high: Infinity }
  return { low: sorted[leftOut], median, high: sorted[count - 1 - leftOut] }
}

/** How many values at each end are outside of the interval; -1 if all of them are too few. */
function leftOutOf(count, confidence) {
  let probability = 2 ** -count
  let tail = probability
  let leftOut = -1
  for (let each = 0; 2 * tail <= 1 - confidence; each++) {
    leftOut = each
    probability *= (count - each) / (each + 1)
    tail += probability
  }
  return leftOut
}
