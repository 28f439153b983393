/** On SIGTERM closes these, one after the other, and lets the process end. */
export function endOnSigterm(...closes) {
  process.once('SIGTERM', async () => {
    for (const close of closes) await close()
  })
}
