export async function GET() {
  throw new TypeError('in a route handler')
}
