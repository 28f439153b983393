export async function register() {
  if (process.env.NEXT_RUNTIME === 'nodejs' && process.env.STARTS === 'by hook') {
    const { start } = await import('heddle')
    start()
  }
}
