// The yardstick of the harness itself: the same loop, the same bursts, and nothing in them.
const { offerWork } = require('../harness/processes/work.cjs')

offerWork(() => {})
