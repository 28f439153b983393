/** Counts the records of a signal that only the user's own exporters send; the last processor. */
export class RecordCounter {
  count = 0

  onStart(): void {}

  /** No record is made for the counter alone. */
  enabled(): boolean {
    return false
  }

  onEnd(): void {
    this.count++
  }

  onEmit(): void {
    this.count++
  }

  async forceFlush(): Promise<void> {}

  async shutdown(): Promise<void> {}
}
