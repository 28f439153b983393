/** Stands at the end of a signal that goes out through the user's own exporters alone, and counts what passes. */
export class RecordCounter {
  count = 0

  onStart(): void {}

  onEnd(): void {
    this.count++
  }

  onEmit(): void {
    this.count++
  }

  async forceFlush(): Promise<void> {}

  async shutdown(): Promise<void> {}
}
