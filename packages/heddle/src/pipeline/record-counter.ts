/** Stands at the end of a signal that goes out through the user's own exporters alone, and counts what passes. */
export class RecordCounter {
  made = 0

  onStart(): void {}

  onEnd(): void {
    this.made++
  }

  onEmit(): void {
    this.made++
  }

  async forceFlush(): Promise<void> {}

  async shutdown(): Promise<void> {}
}
